import { Migration } from '@mikro-orm/migrations';

/** Programs are listed with the most work first. */
export class OpenGroups extends Migration {
  override name = '20261126065329-open-groups';

  override up(): void {
    this.addSql(`alter table \`program\` add column \`open_groups\` integer not null default 0;`);
    this.addSql(`create index \`program_open_groups\` on \`program\` (\`open_groups\`, \`id\`);`);
  }
}
