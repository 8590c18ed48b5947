import { MysqlMigration } from './mysql-migration.js';

/** Executions that nobody has the memory to prove are made anew, once for each group. */
export class RemadeExecutions extends MysqlMigration {
  override name = '20261126164500-remade-executions';

  override up(): void {
    this.addSql(`alter table \`input_group\` add \`remade\` tinyint(1) not null default false;`);
  }
}
