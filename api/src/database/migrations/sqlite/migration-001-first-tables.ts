import { Migration } from '@mikro-orm/migrations';

/** Everything of the first release. Migrations are only ever added; this one is never changed. */
export class FirstTables extends Migration {
  override name = '001-first-tables';

  override up(): void {
    this.addSql(
      `create table \`organization\` (\`id\` text not null primary key, \`username\` text not null, \`username_key\` text not null, \`password_hash\` text not null, \`name\` text not null, \`name_key\` text not null, \`description\` text not null, \`created_at\` datetime not null);`,
    );
    this.addSql(
      `create unique index \`organization_username_key_unique\` on \`organization\` (\`username_key\`);`,
    );
    this.addSql(`create index \`organization_name_key_index\` on \`organization\` (\`name_key\`);`);

    this.addSql(
      `create table \`program\` (\`id\` text not null primary key, \`organization_id\` text not null, \`name\` text not null, \`name_key\` text not null, \`description\` text not null, \`program_hash\` text not null, \`input_binding\` text not null, \`calldata\` text not null, \`outputs\` json not null, \`expected_steps\` bigint null, \`max_steps\` bigint null, \`lease_seconds\` integer not null, \`readme\` text null, \`archive_sha256\` text not null, \`archive_bytes\` bigint not null, \`executable_sha256\` text not null, \`executable_bytes\` bigint not null, \`last_reserved_at\` datetime not null, \`created_at\` datetime not null, constraint \`program_organization_id_foreign\` foreign key (\`organization_id\`) references \`organization\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`program_organization_id_index\` on \`program\` (\`organization_id\`);`);
    this.addSql(`create index \`program_name_key_index\` on \`program\` (\`name_key\`);`);
    this.addSql(`create index \`program_last_reserved_at_index\` on \`program\` (\`last_reserved_at\`);`);
    this.addSql(
      `create unique index \`program_organization_id_name_key_unique\` on \`program\` (\`organization_id\`, \`name_key\`);`,
    );

    this.addSql(
      `create table \`input_group\` (\`id\` text not null primary key, \`program_id\` text not null, \`name\` text not null, \`name_key\` text not null, \`state\` text not null, \`executed\` integer not null, \`free_from\` datetime null, \`fencing_number\` integer not null, \`holder_id\` text null, \`proof_id\` text null, \`input_commitment\` text not null, \`value_count\` integer not null, \`input_sha256\` text not null, \`input_bytes\` bigint not null, \`last_reserved_at\` datetime null, \`proven_at\` datetime null, \`confirmed_at\` datetime null, \`attempts\` integer not null, \`created_at\` datetime not null, constraint \`input_group_program_id_foreign\` foreign key (\`program_id\`) references \`program\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`input_group_program_id_index\` on \`input_group\` (\`program_id\`);`);
    this.addSql(`create index \`input_group_name\` on \`input_group\` (\`program_id\`, \`name_key\`);`);
    this.addSql(`create index \`input_group_state\` on \`input_group\` (\`program_id\`, \`state\`, \`id\`);`);
    this.addSql(
      `create index \`input_group_claim\` on \`input_group\` (\`program_id\`, \`executed\`, \`free_from\`, \`id\`);`,
    );

    this.addSql(
      `create table \`failure_report\` (\`id\` text not null primary key, \`input_group_id\` text not null, \`address_hash\` text not null, \`code\` text not null, \`counts\` integer not null, \`message\` text null, \`created_at\` datetime not null, constraint \`failure_report_input_group_id_foreign\` foreign key (\`input_group_id\`) references \`input_group\` (\`id\`) on delete cascade);`,
    );
    this.addSql(
      `create index \`failure_report_input_group_id_index\` on \`failure_report\` (\`input_group_id\`);`,
    );
    this.addSql(
      `create unique index \`failure_report_input_group_id_address_hash_unique\` on \`failure_report\` (\`input_group_id\`, \`address_hash\`);`,
    );

    this.addSql(
      `create table \`execution\` (\`id\` text not null primary key, \`input_group_id\` text not null, \`steps\` bigint not null, \`size\` bigint not null, \`sha256\` text not null, \`created_at\` datetime not null, constraint \`execution_input_group_id_foreign\` foreign key (\`input_group_id\`) references \`input_group\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`execution_input_group_id_index\` on \`execution\` (\`input_group_id\`);`);
    this.addSql(
      `create unique index \`execution_input_group_id_unique\` on \`execution\` (\`input_group_id\`);`,
    );

    this.addSql(
      `create table \`proof\` (\`id\` text not null primary key, \`input_group_id\` text not null, \`program_id\` text not null, \`state\` text not null, \`sha256\` text not null, \`size\` bigint not null, \`program_hash\` text not null, \`input_commitment\` text not null, \`input_binding\` text not null, \`bound\` integer not null, \`output\` json not null, \`steps\` bigint not null, \`proven_rows\` bigint not null, \`security_bits\` integer not null, \`prove_seconds\` double null, \`file_kept\` integer not null, \`address_hash\` text not null, \`submitted_at\` datetime not null, \`decided_at\` datetime null, constraint \`proof_input_group_id_foreign\` foreign key (\`input_group_id\`) references \`input_group\` (\`id\`) on delete cascade, constraint \`proof_program_id_foreign\` foreign key (\`program_id\`) references \`program\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`proof_input_group_id_index\` on \`proof\` (\`input_group_id\`);`);
    this.addSql(`create index \`proof_program_id_index\` on \`proof\` (\`program_id\`);`);
    this.addSql(`create index \`proof_triage\` on \`proof\` (\`program_id\`, \`state\`, \`id\`);`);
    this.addSql(
      `create unique index \`proof_input_group_id_sha256_unique\` on \`proof\` (\`input_group_id\`, \`sha256\`);`,
    );

    this.addSql(
      `create table \`refresh_token\` (\`id\` text not null primary key, \`organization_id\` text not null, \`token_hash\` text not null, \`created_at\` datetime not null, \`expires_at\` datetime not null, constraint \`refresh_token_organization_id_foreign\` foreign key (\`organization_id\`) references \`organization\` (\`id\`) on delete cascade);`,
    );
    this.addSql(
      `create index \`refresh_token_organization_id_index\` on \`refresh_token\` (\`organization_id\`);`,
    );

    this.addSql(
      `create table \`rejection\` (\`id\` text not null primary key, \`input_group_id\` text not null, \`reason\` text not null, \`proof_sha256\` text not null, \`rejected_at\` datetime not null, constraint \`rejection_input_group_id_foreign\` foreign key (\`input_group_id\`) references \`input_group\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`rejection_input_group_id_index\` on \`rejection\` (\`input_group_id\`);`);

    this.addSql(
      `create table \`reservation\` (\`id\` text not null primary key, \`input_group_id\` text not null, \`kind\` text not null, \`state\` text not null, \`fencing_number\` integer not null, \`token_hash\` text not null, \`client_key_hash\` text not null, \`requested\` text not null, \`address_hash\` text not null, \`expires_at\` datetime not null, \`created_at\` datetime not null, \`ended_at\` datetime null, constraint \`reservation_input_group_id_foreign\` foreign key (\`input_group_id\`) references \`input_group\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`reservation_input_group_id_index\` on \`reservation\` (\`input_group_id\`);`);
    this.addSql(`create unique index \`reservation_token_hash_unique\` on \`reservation\` (\`token_hash\`);`);
    this.addSql(
      `create unique index \`reservation_client_key_hash_unique\` on \`reservation\` (\`client_key_hash\`);`,
    );
    this.addSql(`create index \`reservation_deadlines\` on \`reservation\` (\`state\`, \`expires_at\`);`);
    this.addSql(
      `create index \`reservation_leases\` on \`reservation\` (\`address_hash\`, \`state\`, \`expires_at\`);`,
    );
  }
}
