import { Migration } from '@mikro-orm/migrations';

/** A program's input groups are read page by page: on SQLite no other index has them in this order. */
export class PageIndex extends Migration {
  override name = '005-page-index';

  override up(): void {
    this.addSql(`create index \`input_group_page\` on \`input_group\` (\`program_id\`, \`id\`);`);
  }
}
