import { MysqlMigration } from './mysql-migration.js';

/** Accounts see when their sessions were last used. */
export class SessionUse extends MysqlMigration {
  override name = '20261127000500-session-use';

  override up(): void {
    this.addSql(`alter table \`refresh_token\` add \`last_used_at\` datetime(3) null;`);
  }
}
