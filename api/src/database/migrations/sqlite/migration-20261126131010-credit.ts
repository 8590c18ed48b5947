import { Migration } from '@mikro-orm/migrations';

/** What donors have proven, by their keys, and receipts for it. */
export class Credit extends Migration {
  override name = '20261126131010-credit';

  override up(): void {
    this.addSql(
      `create table \`donor\` (\`public_key\` text not null primary key, \`nickname\` text null, \`nickname_at\` datetime null, \`proven_rows\` bigint not null default 0, \`proofs\` integer not null default 0, \`ranked_rows\` bigint not null default 0, \`ranked_proofs\` integer not null default 0);`,
    );
    this.addSql(`create index \`donor_rank\` on \`donor\` (\`ranked_rows\`, \`public_key\`);`);

    this.addSql(
      `create table \`program_credit\` (\`program_id\` text not null, \`public_key\` text not null, \`proven_rows\` bigint not null default 0, \`proofs\` integer not null default 0, \`ranked_rows\` bigint not null default 0, \`ranked_proofs\` integer not null default 0, primary key (\`program_id\`, \`public_key\`), constraint \`program_credit_program_id_foreign\` foreign key (\`program_id\`) references \`program\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`program_credit_program_id_index\` on \`program_credit\` (\`program_id\`);`);
    this.addSql(
      `create index \`program_credit_rank\` on \`program_credit\` (\`program_id\`, \`ranked_rows\`, \`public_key\`);`,
    );

    this.addSql(
      `create table \`proven_statement\` (\`id\` text not null primary key, \`donor_key\` text null, \`counted_at\` datetime null);`,
    );

    this.addSql(
      `create table \`receipt\` (\`id\` text not null primary key, \`proof_id\` text not null, \`donor\` text not null, \`program_hash\` text not null, \`input_commitment\` text not null, \`input_binding\` text not null, \`output_hash\` text not null, \`proof_hash\` text not null, \`proven_rows\` bigint not null, \`organization_id\` text not null, \`organization\` text not null, \`confirmed_at\` datetime not null, constraint \`receipt_proof_id_foreign\` foreign key (\`proof_id\`) references \`proof\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`receipt_proof_id_index\` on \`receipt\` (\`proof_id\`);`);
    this.addSql(`create index \`receipt_donor\` on \`receipt\` (\`donor\`, \`id\`);`);

    this.addSql(`alter table \`program\` add column \`publisher_network\` text null;`);

    this.addSql(`alter table \`proof\` add column \`donor_key\` text null;`);
    this.addSql(`alter table \`proof\` add column \`output_hash\` text null;`);
    this.addSql(`alter table \`proof\` add column \`own_work\` integer not null default false;`);
    this.addSql(`create index \`proof_donor\` on \`proof\` (\`donor_key\`, \`state\`);`);

    this.addSql(`alter table \`rejection\` add column \`donor_key\` text null;`);
  }
}
