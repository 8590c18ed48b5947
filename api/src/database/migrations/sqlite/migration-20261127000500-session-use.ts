import { Migration } from '@mikro-orm/migrations';

/** Accounts see when their sessions were last used. */
export class SessionUse extends Migration {
  override name = '20261127000500-session-use';

  override up(): void {
    this.addSql(`alter table \`refresh_token\` add column \`last_used_at\` datetime null;`);
  }
}
