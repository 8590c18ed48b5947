import { MysqlMigration } from './mysql-migration.js';

/** The server looks at executions that donors have reported. */
export class ExecutionChecks extends MysqlMigration {
  override name = '20261126101328-execution-checks';

  override up(): void {
    this.addSql(
      `alter table \`execution\` add \`checked_at\` datetime(3) null, add \`check_from\` datetime(3) null, add \`check_attempts\` int not null default 0;`,
    );
    this.addSql(`alter table \`execution\` add index \`execution_check_from\` (\`check_from\`);`);
    // Those in quarantine are looked at too.
    this.addSql(`update execution set check_from = reported_at where reported_at is not null;`);
  }
}
