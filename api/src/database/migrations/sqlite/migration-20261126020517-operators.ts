import { Migration } from '@mikro-orm/migrations';

/** What an operator decides: suspensions, quotas with what counts against them, whether registration is open. */
export class Operators extends Migration {
  override name = '20261126020517-operators';

  override up(): void {
    this.addSql(
      `create table \`server_settings\` (\`id\` text not null primary key, \`registration_closed\` integer not null);`,
    );

    this.addSql(`alter table \`organization\` add column \`suspended_at\` datetime null;`);
    this.addSql(`alter table \`organization\` add column \`suspension_reason\` text null;`);
    this.addSql(`alter table \`organization\` add column \`storage_quota\` bigint null;`);
    this.addSql(`alter table \`organization\` add column \`group_quota\` bigint null;`);
    this.addSql(`alter table \`organization\` add column \`stored_bytes\` bigint not null default 0;`);
    this.addSql(`alter table \`organization\` add column \`group_count\` bigint not null default 0;`);

    // What is there already is counted once; from here on every change counts itself.
    this.addSql(`update organization set
      stored_bytes = coalesce((select sum(archive_bytes + executable_bytes) from program where organization_id = organization.id), 0)
        + coalesce((select sum(input_bytes) from input_group g join program p on p.id = g.program_id where p.organization_id = organization.id), 0)
        + coalesce((select sum(e.size) from execution e join input_group g on g.id = e.input_group_id join program p on p.id = g.program_id where p.organization_id = organization.id), 0),
      group_count = (select count(*) from input_group g join program p on p.id = g.program_id where p.organization_id = organization.id);`);
  }
}
