import { Migration } from '@mikro-orm/migrations';

/** How many groups of each program stand in each state: counted once here, and kept from now on. */
export class GroupCounts extends Migration {
  override name = '20261126144700-group-counts';

  override up(): void {
    this.addSql(
      `create table \`group_count\` (\`program_id\` text not null primary key, \`available\` integer not null, \`reserved\` integer not null, \`executed\` integer not null, \`proven\` integer not null, \`confirmed\` integer not null, \`failed\` integer not null);`,
    );
    this.addSql(
      `create table \`group_count_change\` (\`id\` text not null primary key, \`program_id\` text not null, \`available\` integer not null, \`reserved\` integer not null, \`executed\` integer not null, \`proven\` integer not null, \`confirmed\` integer not null, \`failed\` integer not null);`,
    );
    this.addSql(
      `create index \`group_count_change_program_id_index\` on \`group_count_change\` (\`program_id\`);`,
    );
    this.addSql(
      `insert into \`group_count\` (\`program_id\`, \`available\`, \`reserved\`, \`executed\`, \`proven\`, \`confirmed\`, \`failed\`) select \`program_id\`, sum(case when \`state\` = 'AVAILABLE' then 1 else 0 end), sum(case when \`state\` = 'RESERVED' then 1 else 0 end), sum(case when \`state\` = 'EXECUTED' then 1 else 0 end), sum(case when \`state\` = 'PROVEN' then 1 else 0 end), sum(case when \`state\` = 'CONFIRMED' then 1 else 0 end), sum(case when \`state\` = 'FAILED' then 1 else 0 end) from \`input_group\` group by \`program_id\`;`,
    );
  }
}
