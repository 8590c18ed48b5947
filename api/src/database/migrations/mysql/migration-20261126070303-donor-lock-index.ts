import { MysqlMigration } from './mysql-migration.js';

/** Idle donors' locks are found without reading all of them. */
export class DonorLockIndex extends MysqlMigration {
  override name = '20261126070303-donor-lock-index';

  override up(): void {
    this.addSql(`alter table \`donor_lock\` add index \`donor_lock_idle\` (\`asked_at\`);`);
  }
}
