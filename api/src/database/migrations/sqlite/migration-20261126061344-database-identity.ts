import { Migration } from '@mikro-orm/migrations';

/** What tells this database from every other, so that no file store is used with the wrong one. */
export class DatabaseIdentities extends Migration {
  override name = '20261126061344-database-identity';

  override up(): void {
    this.addSql(
      `create table \`database_identity\` (\`id\` text not null primary key, \`identity\` text not null, \`has_files\` integer not null);`,
    );
  }
}
