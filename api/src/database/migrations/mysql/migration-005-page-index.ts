import { MysqlMigration } from './mysql-migration.js';

/** A program's input groups are read page by page: on SQLite no other index has them in this order. */
export class PageIndex extends MysqlMigration {
  override name = '005-page-index';

  override up(): void {
    this.addSql(`alter table \`input_group\` add index \`input_group_page\` (\`program_id\`, \`id\`);`);
  }
}
