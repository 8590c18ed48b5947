import { Migration } from '@mikro-orm/migrations';

/** Whose program a report is about, and how organizations have decided so far. */
export class FailuresAndDecisions extends Migration {
  override name = '20261126130801-failures-and-decisions';

  override up(): void {
    // A column that must be there cannot be added to a table with rows: they are copied.
    this.addSql(`alter table \`failure_report\` rename to \`failure_report_before\`;`);
    this.addSql(
      `create table \`failure_report\` (\`id\` text not null primary key, \`input_group_id\` text not null, \`program_id\` text not null, \`address_hash\` text not null, \`code\` text not null, \`counts\` integer not null, \`message\` text null, \`created_at\` datetime not null, constraint \`failure_report_input_group_id_foreign\` foreign key (\`input_group_id\`) references \`input_group\` (\`id\`) on delete cascade, constraint \`failure_report_program_id_foreign\` foreign key (\`program_id\`) references \`program\` (\`id\`) on delete cascade);`,
    );
    this.addSql(
      `insert into \`failure_report\` (\`id\`, \`input_group_id\`, \`program_id\`, \`address_hash\`, \`code\`, \`counts\`, \`message\`, \`created_at\`)
       select r.\`id\`, r.\`input_group_id\`, g.\`program_id\`, r.\`address_hash\`, r.\`code\`, r.\`counts\`, r.\`message\`, r.\`created_at\`
       from \`failure_report_before\` r join \`input_group\` g on g.\`id\` = r.\`input_group_id\`;`,
    );
    this.addSql(`drop table \`failure_report_before\`;`);
    this.addSql(
      `create index \`failure_report_input_group_id_index\` on \`failure_report\` (\`input_group_id\`);`,
    );
    this.addSql(`create index \`failure_report_program_id_index\` on \`failure_report\` (\`program_id\`);`);
    this.addSql(`create index \`failure_report_page\` on \`failure_report\` (\`program_id\`, \`id\`);`);
    this.addSql(
      `create unique index \`failure_report_input_group_id_address_hash_unique\` on \`failure_report\` (\`input_group_id\`, \`address_hash\`);`,
    );
    this.addSql(
      `create table \`decision_tally\` (\`id\` text not null primary key, \`confirmed\` integer not null, \`rejected\` integer not null);`,
    );
    for (const sql of COUNTED) this.addSql(sql);
  }
}

/** What was decided before. */
const COUNTED = ['p.`program_id`', 'o.`organization_id`'].map(
  (id) =>
    `insert into \`decision_tally\` (\`id\`, \`confirmed\`, \`rejected\`)
     select ${id}, sum(p.\`state\` = 'CONFIRMED'), sum(p.\`state\` = 'REJECTED')
     from \`proof\` p join \`program\` o on o.\`id\` = p.\`program_id\`
     where p.\`state\` in ('CONFIRMED', 'REJECTED') group by ${id};`,
);
