import { Migration } from '@mikro-orm/migrations';

/** The server looks at executions that donors have reported. */
export class ExecutionChecks extends Migration {
  override name = '20261126101328-execution-checks';

  override up(): void {
    this.addSql(`alter table \`execution\` add column \`checked_at\` datetime null;`);
    this.addSql(`alter table \`execution\` add column \`check_from\` datetime null;`);
    this.addSql(`alter table \`execution\` add column \`check_attempts\` integer not null default 0;`);
    this.addSql(`create index \`execution_check_from\` on \`execution\` (\`check_from\`);`);
    // Those in quarantine are looked at too.
    this.addSql(`update execution set check_from = reported_at where reported_at is not null;`);
  }
}
