import { Migration } from '@mikro-orm/migrations';

/** What donors hand in is counted apart from what an organization uploads, and has a bound of its own. */
export class ExecutionQuota extends Migration {
  override name = '20261126072158-execution-quota';

  override up(): void {
    this.addSql(`alter table \`organization\` add column \`execution_quota\` bigint null;`);
    this.addSql(`alter table \`organization\` add column \`execution_bytes\` bigint not null default 0;`);

    // What is there already is counted once, and no longer as the organization's own.
    this.addSql(
      `update organization set execution_bytes = coalesce((select sum(e.size) from execution e join input_group g on g.id = e.input_group_id join program p on p.id = g.program_id where p.organization_id = organization.id), 0);`,
    );
    this.addSql(`update organization set stored_bytes = stored_bytes - execution_bytes;`);
  }
}
