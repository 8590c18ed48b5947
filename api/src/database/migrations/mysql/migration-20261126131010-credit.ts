import { MysqlMigration } from './mysql-migration.js';

/** What donors have proven, by their keys, and receipts for it. */
export class Credit extends MysqlMigration {
  override name = '20261126131010-credit';

  override up(): void {
    this.addSql(
      `create table \`donor\` (\`public_key\` varchar(64) not null, \`nickname\` varchar(200) null, \`nickname_at\` datetime(3) null, \`proven_rows\` bigint not null default 0, \`proofs\` int not null default 0, \`ranked_rows\` bigint not null default 0, \`ranked_proofs\` int not null default 0, primary key (\`public_key\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`donor\` add index \`donor_rank\` (\`ranked_rows\`, \`public_key\`);`);

    this.addSql(
      `create table \`program_credit\` (\`program_id\` varchar(36) not null, \`public_key\` varchar(64) not null, \`proven_rows\` bigint not null default 0, \`proofs\` int not null default 0, \`ranked_rows\` bigint not null default 0, \`ranked_proofs\` int not null default 0, primary key (\`program_id\`, \`public_key\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`program_credit\` add index \`program_credit_program_id_index\` (\`program_id\`);`,
    );
    this.addSql(
      `alter table \`program_credit\` add index \`program_credit_rank\` (\`program_id\`, \`ranked_rows\`, \`public_key\`);`,
    );

    this.addSql(
      `create table \`proven_statement\` (\`id\` varchar(64) not null, \`donor_key\` varchar(64) null, \`counted_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );

    this.addSql(
      `create table \`receipt\` (\`id\` varchar(36) not null, \`proof_id\` varchar(36) not null, \`donor\` varchar(64) not null, \`program_hash\` varchar(66) not null, \`input_commitment\` varchar(66) not null, \`input_binding\` varchar(16) not null, \`output_hash\` varchar(64) not null, \`proof_hash\` varchar(64) not null, \`proven_rows\` bigint not null, \`organization_id\` varchar(36) not null, \`organization\` varchar(200) not null, \`confirmed_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`receipt\` add index \`receipt_proof_id_index\` (\`proof_id\`);`);
    this.addSql(`alter table \`receipt\` add index \`receipt_donor\` (\`donor\`, \`id\`);`);

    this.addSql(`alter table \`program\` add \`publisher_network\` varchar(64) null;`);

    this.addSql(
      `alter table \`proof\` add \`donor_key\` varchar(64) null, add \`output_hash\` varchar(64) null, add \`own_work\` tinyint(1) not null default false;`,
    );
    this.addSql(`alter table \`proof\` add index \`proof_donor\` (\`donor_key\`, \`state\`);`);

    this.addSql(`alter table \`rejection\` add \`donor_key\` varchar(64) null;`);

    this.addSql(
      `alter table \`program_credit\` add constraint \`program_credit_program_id_foreign\` foreign key (\`program_id\`) references \`program\` (\`id\`) on delete cascade;`,
    );

    this.addSql(
      `alter table \`receipt\` add constraint \`receipt_proof_id_foreign\` foreign key (\`proof_id\`) references \`proof\` (\`id\`) on delete cascade;`,
    );
  }
}
