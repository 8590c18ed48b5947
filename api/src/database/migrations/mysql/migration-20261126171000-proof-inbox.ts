import { MysqlMigration } from './mysql-migration.js';

/** An organization's proofs are found without a look at its programs. */
export class ProofInbox extends MysqlMigration {
  override name = '20261126171000-proof-inbox';

  override up(): void {
    this.addSql(`alter table \`proof\` add \`organization_id\` varchar(36) not null default '';`);
    this.addSql(
      `update \`proof\` set \`organization_id\` = (select \`program\`.\`organization_id\` from \`program\` where \`program\`.\`id\` = \`proof\`.\`program_id\`);`,
    );
    this.addSql(`alter table \`proof\` add index \`proof_inbox\` (\`organization_id\`, \`state\`, \`id\`);`);
    this.addSql(`alter table \`proof\` add index \`proof_feed\` (\`organization_id\`, \`id\`);`);
  }
}
