import { MysqlMigration } from './mysql-migration.js';

/** Programs are listed with the most work first. */
export class OpenGroups extends MysqlMigration {
  override name = '20261126065329-open-groups';

  override up(): void {
    this.addSql(`alter table \`program\` add \`open_groups\` int not null default 0;`);
    this.addSql(`alter table \`program\` add index \`program_open_groups\` (\`open_groups\`, \`id\`);`);
  }
}
