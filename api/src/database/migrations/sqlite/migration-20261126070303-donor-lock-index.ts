import { Migration } from '@mikro-orm/migrations';

/** Idle donors' locks are found without reading all of them. */
export class DonorLockIndex extends Migration {
  override name = '20261126070303-donor-lock-index';

  override up(): void {
    this.addSql(`create index \`donor_lock_idle\` on \`donor_lock\` (\`asked_at\`);`);
  }
}
