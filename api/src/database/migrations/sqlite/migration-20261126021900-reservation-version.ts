import { Migration } from '@mikro-orm/migrations';

/** Subscribers tell an older answer about a reservation from a newer one. */
export class ReservationVersion extends Migration {
  override name = '20261126021900-reservation-version';

  override up(): void {
    this.addSql(`alter table \`reservation\` add column \`version\` integer not null default 1;`);
  }
}
