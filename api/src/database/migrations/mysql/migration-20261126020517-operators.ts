import { MysqlMigration } from './mysql-migration.js';

/** What an operator decides: suspensions, quotas with what counts against them, whether registration is open. */
export class Operators extends MysqlMigration {
  override name = '20261126020517-operators';

  override up(): void {
    this.addSql(
      `create table \`server_settings\` (\`id\` varchar(16) not null, \`registration_closed\` tinyint(1) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );

    this.addSql(
      `alter table \`organization\` add \`suspended_at\` datetime(3) null, add \`suspension_reason\` text null, add \`storage_quota\` bigint null, add \`group_quota\` bigint null, add \`stored_bytes\` bigint not null default 0, add \`group_count\` bigint not null default 0;`,
    );

    // What is there already is counted once; from here on every change counts itself.
    this.addSql(`update organization set
      stored_bytes = coalesce((select sum(archive_bytes + executable_bytes) from program where organization_id = organization.id), 0)
        + coalesce((select sum(input_bytes) from input_group g join program p on p.id = g.program_id where p.organization_id = organization.id), 0)
        + coalesce((select sum(e.size) from execution e join input_group g on g.id = e.input_group_id join program p on p.id = g.program_id where p.organization_id = organization.id), 0),
      group_count = (select count(*) from input_group g join program p on p.id = g.program_id where p.organization_id = organization.id);`);
  }
}
