import { MysqlMigration } from './mysql-migration.js';

/** Donors are locked one by one while their reservations are counted. */
export class DonorLocks extends MysqlMigration {
  override name = '002-donor-locks';

  override up(): void {
    this.addSql(
      `create table \`donor_lock\` (\`id\` varchar(64) not null, \`asked_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
  }
}
