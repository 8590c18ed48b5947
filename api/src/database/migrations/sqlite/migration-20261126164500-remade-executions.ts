import { Migration } from '@mikro-orm/migrations';

/** Executions that nobody has the memory to prove are made anew, once for each group. */
export class RemadeExecutions extends Migration {
  override name = '20261126164500-remade-executions';

  override up(): void {
    this.addSql(`alter table \`input_group\` add column \`remade\` integer not null default false;`);
  }
}
