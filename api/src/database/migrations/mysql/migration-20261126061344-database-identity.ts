import { MysqlMigration } from './mysql-migration.js';

/** What tells this database from every other, so that no file store is used with the wrong one. */
export class DatabaseIdentities extends MysqlMigration {
  override name = '20261126061344-database-identity';

  override up(): void {
    this.addSql(
      `create table \`database_identity\` (\`id\` varchar(16) not null, \`identity\` varchar(36) not null, \`has_files\` tinyint(1) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
  }
}
