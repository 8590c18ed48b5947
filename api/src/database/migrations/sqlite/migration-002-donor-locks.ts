import { Migration } from '@mikro-orm/migrations';

/** Donors are locked one by one while their reservations are counted. */
export class DonorLocks extends Migration {
  override name = '002-donor-locks';

  override up(): void {
    this.addSql(
      `create table \`donor_lock\` (\`id\` text not null primary key, \`asked_at\` datetime not null);`,
    );
  }
}
