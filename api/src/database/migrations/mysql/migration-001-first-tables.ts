import { MysqlMigration } from './mysql-migration.js';

/** Everything of the first release. Migrations are only ever added; this one is never changed. */
export class FirstTables extends MysqlMigration {
  override name = '001-first-tables';

  override up(): void {
    this.addSql(
      `create table \`organization\` (\`id\` varchar(36) not null, \`username\` varchar(200) not null, \`username_key\` varchar(200) not null, \`password_hash\` varchar(200) not null, \`name\` varchar(200) not null, \`name_key\` varchar(200) not null, \`description\` text not null, \`created_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`organization\` add unique \`organization_username_key_unique\` (\`username_key\`);`,
    );
    this.addSql(`alter table \`organization\` add index \`organization_name_key_index\` (\`name_key\`);`);

    this.addSql(
      `create table \`program\` (\`id\` varchar(36) not null, \`organization_id\` varchar(36) not null, \`name\` varchar(200) not null, \`name_key\` varchar(200) not null, \`description\` text not null, \`program_hash\` varchar(66) not null, \`input_binding\` varchar(16) not null, \`calldata\` varchar(16) not null, \`outputs\` json not null, \`expected_steps\` bigint null, \`max_steps\` bigint null, \`lease_seconds\` int not null, \`readme\` mediumtext null, \`archive_sha256\` varchar(64) not null, \`archive_bytes\` bigint not null, \`executable_sha256\` varchar(64) not null, \`executable_bytes\` bigint not null, \`last_reserved_at\` datetime(3) not null, \`created_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`program\` add index \`program_organization_id_index\` (\`organization_id\`);`);
    this.addSql(`alter table \`program\` add index \`program_name_key_index\` (\`name_key\`);`);
    this.addSql(
      `alter table \`program\` add index \`program_last_reserved_at_index\` (\`last_reserved_at\`);`,
    );
    this.addSql(
      `alter table \`program\` add unique \`program_organization_id_name_key_unique\` (\`organization_id\`, \`name_key\`);`,
    );

    this.addSql(
      `create table \`input_group\` (\`id\` varchar(36) not null, \`program_id\` varchar(36) not null, \`name\` varchar(200) not null, \`name_key\` varchar(200) not null, \`state\` varchar(16) not null, \`executed\` tinyint(1) not null, \`free_from\` datetime(3) null, \`fencing_number\` int not null, \`holder_id\` varchar(36) null, \`proof_id\` varchar(36) null, \`input_commitment\` varchar(66) not null, \`value_count\` int not null, \`input_sha256\` varchar(64) not null, \`input_bytes\` bigint not null, \`last_reserved_at\` datetime(3) null, \`proven_at\` datetime(3) null, \`confirmed_at\` datetime(3) null, \`attempts\` int not null, \`created_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`input_group\` add index \`input_group_program_id_index\` (\`program_id\`);`);
    this.addSql(`alter table \`input_group\` add index \`input_group_name\` (\`program_id\`, \`name_key\`);`);
    this.addSql(
      `alter table \`input_group\` add index \`input_group_state\` (\`program_id\`, \`state\`, \`id\`);`,
    );
    this.addSql(
      `alter table \`input_group\` add index \`input_group_claim\` (\`program_id\`, \`executed\`, \`free_from\`, \`id\`);`,
    );

    this.addSql(
      `create table \`failure_report\` (\`id\` varchar(36) not null, \`input_group_id\` varchar(36) not null, \`address_hash\` varchar(64) not null, \`code\` varchar(24) not null, \`counts\` tinyint(1) not null, \`message\` text null, \`created_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`failure_report\` add index \`failure_report_input_group_id_index\` (\`input_group_id\`);`,
    );
    this.addSql(
      `alter table \`failure_report\` add unique \`failure_report_input_group_id_address_hash_unique\` (\`input_group_id\`, \`address_hash\`);`,
    );

    this.addSql(
      `create table \`execution\` (\`id\` varchar(36) not null, \`input_group_id\` varchar(36) not null, \`steps\` bigint not null, \`size\` bigint not null, \`sha256\` varchar(64) not null, \`created_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`execution\` add index \`execution_input_group_id_index\` (\`input_group_id\`);`,
    );
    this.addSql(
      `alter table \`execution\` add unique \`execution_input_group_id_unique\` (\`input_group_id\`);`,
    );

    this.addSql(
      `create table \`proof\` (\`id\` varchar(36) not null, \`input_group_id\` varchar(36) not null, \`program_id\` varchar(36) not null, \`state\` varchar(16) not null, \`sha256\` varchar(64) not null, \`size\` bigint not null, \`program_hash\` varchar(66) not null, \`input_commitment\` varchar(66) not null, \`input_binding\` varchar(16) not null, \`bound\` tinyint(1) not null, \`output\` json not null, \`steps\` bigint not null, \`proven_rows\` bigint not null, \`security_bits\` int not null, \`prove_seconds\` double null, \`file_kept\` tinyint(1) not null, \`address_hash\` varchar(64) not null, \`submitted_at\` datetime(3) not null, \`decided_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`proof\` add index \`proof_input_group_id_index\` (\`input_group_id\`);`);
    this.addSql(`alter table \`proof\` add index \`proof_program_id_index\` (\`program_id\`);`);
    this.addSql(`alter table \`proof\` add index \`proof_triage\` (\`program_id\`, \`state\`, \`id\`);`);
    this.addSql(
      `alter table \`proof\` add unique \`proof_input_group_id_sha256_unique\` (\`input_group_id\`, \`sha256\`);`,
    );

    this.addSql(
      `create table \`refresh_token\` (\`id\` varchar(32) not null, \`organization_id\` varchar(36) not null, \`token_hash\` varchar(64) not null, \`created_at\` datetime(3) not null, \`expires_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`refresh_token\` add index \`refresh_token_organization_id_index\` (\`organization_id\`);`,
    );

    this.addSql(
      `create table \`rejection\` (\`id\` varchar(36) not null, \`input_group_id\` varchar(36) not null, \`reason\` text not null, \`proof_sha256\` varchar(64) not null, \`rejected_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`rejection\` add index \`rejection_input_group_id_index\` (\`input_group_id\`);`,
    );

    this.addSql(
      `create table \`reservation\` (\`id\` varchar(36) not null, \`input_group_id\` varchar(36) not null, \`kind\` varchar(24) not null, \`state\` varchar(16) not null, \`fencing_number\` int not null, \`token_hash\` varchar(64) not null, \`client_key_hash\` varchar(64) not null, \`requested\` varchar(128) not null, \`address_hash\` varchar(64) not null, \`expires_at\` datetime(3) not null, \`created_at\` datetime(3) not null, \`ended_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`reservation\` add index \`reservation_input_group_id_index\` (\`input_group_id\`);`,
    );
    this.addSql(`alter table \`reservation\` add unique \`reservation_token_hash_unique\` (\`token_hash\`);`);
    this.addSql(
      `alter table \`reservation\` add unique \`reservation_client_key_hash_unique\` (\`client_key_hash\`);`,
    );
    this.addSql(
      `alter table \`reservation\` add index \`reservation_deadlines\` (\`state\`, \`expires_at\`);`,
    );
    this.addSql(
      `alter table \`reservation\` add index \`reservation_leases\` (\`address_hash\`, \`state\`, \`expires_at\`);`,
    );

    this.addSql(
      `alter table \`program\` add constraint \`program_organization_id_foreign\` foreign key (\`organization_id\`) references \`organization\` (\`id\`) on delete cascade;`,
    );

    this.addSql(
      `alter table \`input_group\` add constraint \`input_group_program_id_foreign\` foreign key (\`program_id\`) references \`program\` (\`id\`) on delete cascade;`,
    );

    this.addSql(
      `alter table \`failure_report\` add constraint \`failure_report_input_group_id_foreign\` foreign key (\`input_group_id\`) references \`input_group\` (\`id\`) on delete cascade;`,
    );

    this.addSql(
      `alter table \`execution\` add constraint \`execution_input_group_id_foreign\` foreign key (\`input_group_id\`) references \`input_group\` (\`id\`) on delete cascade;`,
    );

    this.addSql(
      `alter table \`proof\` add constraint \`proof_input_group_id_foreign\` foreign key (\`input_group_id\`) references \`input_group\` (\`id\`) on delete cascade;`,
    );
    this.addSql(
      `alter table \`proof\` add constraint \`proof_program_id_foreign\` foreign key (\`program_id\`) references \`program\` (\`id\`) on delete cascade;`,
    );

    this.addSql(
      `alter table \`refresh_token\` add constraint \`refresh_token_organization_id_foreign\` foreign key (\`organization_id\`) references \`organization\` (\`id\`) on delete cascade;`,
    );

    this.addSql(
      `alter table \`rejection\` add constraint \`rejection_input_group_id_foreign\` foreign key (\`input_group_id\`) references \`input_group\` (\`id\`) on delete cascade;`,
    );

    this.addSql(
      `alter table \`reservation\` add constraint \`reservation_input_group_id_foreign\` foreign key (\`input_group_id\`) references \`input_group\` (\`id\`) on delete cascade;`,
    );
  }
}
