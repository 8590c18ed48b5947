import { MysqlMigration } from './mysql-migration.js';

/** How many groups of each program stand in each state: counted once here, and kept from now on. */
export class GroupCounts extends MysqlMigration {
  override name = '20261126144700-group-counts';

  override up(): void {
    this.addSql(
      `create table \`group_count\` (\`program_id\` varchar(36) not null, \`available\` int not null, \`reserved\` int not null, \`executed\` int not null, \`proven\` int not null, \`confirmed\` int not null, \`failed\` int not null, primary key (\`program_id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(
      `create table \`group_count_change\` (\`id\` varchar(36) not null, \`program_id\` varchar(36) not null, \`available\` int not null, \`reserved\` int not null, \`executed\` int not null, \`proven\` int not null, \`confirmed\` int not null, \`failed\` int not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`group_count_change\` add index \`group_count_change_program_id_index\` (\`program_id\`);`,
    );
    this.addSql(
      `insert into \`group_count\` (\`program_id\`, \`available\`, \`reserved\`, \`executed\`, \`proven\`, \`confirmed\`, \`failed\`) select \`program_id\`, sum(case when \`state\` = 'AVAILABLE' then 1 else 0 end), sum(case when \`state\` = 'RESERVED' then 1 else 0 end), sum(case when \`state\` = 'EXECUTED' then 1 else 0 end), sum(case when \`state\` = 'PROVEN' then 1 else 0 end), sum(case when \`state\` = 'CONFIRMED' then 1 else 0 end), sum(case when \`state\` = 'FAILED' then 1 else 0 end) from \`input_group\` group by \`program_id\`;`,
    );
  }
}
