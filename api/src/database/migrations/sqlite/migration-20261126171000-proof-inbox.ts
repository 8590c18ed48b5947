import { Migration } from '@mikro-orm/migrations';

/** An organization's proofs are found without a look at its programs. */
export class ProofInbox extends Migration {
  override name = '20261126171000-proof-inbox';

  override up(): void {
    this.addSql(`alter table \`proof\` add column \`organization_id\` text not null default '';`);
    this.addSql(
      `update \`proof\` set \`organization_id\` = (select \`program\`.\`organization_id\` from \`program\` where \`program\`.\`id\` = \`proof\`.\`program_id\`);`,
    );
    this.addSql(`create index \`proof_inbox\` on \`proof\` (\`organization_id\`, \`state\`, \`id\`);`);
    this.addSql(`create index \`proof_feed\` on \`proof\` (\`organization_id\`, \`id\`);`);
  }
}
