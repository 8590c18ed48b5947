import { MysqlMigration } from './mysql-migration.js';

/** Whose program a report is about, and how organizations have decided so far. */
export class FailuresAndDecisions extends MysqlMigration {
  override name = '20261126130801-failures-and-decisions';

  override up(): void {
    this.addSql(`alter table \`failure_report\` add \`program_id\` varchar(36) null;`);
    this.addSql(
      `update \`failure_report\` r join \`input_group\` g on g.\`id\` = r.\`input_group_id\` set r.\`program_id\` = g.\`program_id\`;`,
    );
    this.addSql(`alter table \`failure_report\` modify \`program_id\` varchar(36) not null;`);
    this.addSql(
      `alter table \`failure_report\` add index \`failure_report_program_id_index\` (\`program_id\`);`,
    );
    this.addSql(`alter table \`failure_report\` add index \`failure_report_page\` (\`program_id\`, \`id\`);`);
    this.addSql(
      `alter table \`failure_report\` add constraint \`failure_report_program_id_foreign\` foreign key (\`program_id\`) references \`program\` (\`id\`) on delete cascade;`,
    );
    this.addSql(
      `create table \`decision_tally\` (\`id\` varchar(36) not null, \`confirmed\` int not null, \`rejected\` int not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
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
