import { MysqlMigration } from './mysql-migration.js';

/** What an execution of a program takes, so that none is asked for where there is no room. */
export class ExecutionSize extends MysqlMigration {
  override name = '20261126110000-execution-size';

  override up(): void {
    this.addSql(`alter table \`program\` add \`execution_bytes\` bigint not null default 1;`);
  }
}
