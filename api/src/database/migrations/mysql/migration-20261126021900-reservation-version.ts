import { MysqlMigration } from './mysql-migration.js';

/** Subscribers tell an older answer about a reservation from a newer one. */
export class ReservationVersion extends MysqlMigration {
  override name = '20261126021900-reservation-version';

  override up(): void {
    this.addSql(`alter table \`reservation\` add \`version\` int not null default 1;`);
  }
}
