import { Migration } from '@mikro-orm/migrations';

/** API tokens; from where sessions were begun; executions that a donor has reported. */
export class ApiTokens extends Migration {
  override name = '003-api-tokens';

  override up(): void {
    this.addSql(
      `create table \`api_token\` (\`id\` text not null primary key, \`organization_id\` text not null, \`name\` text not null, \`scopes\` json not null, \`token_hash\` text not null, \`created_at\` datetime not null, \`expires_at\` datetime not null, \`last_used_at\` datetime null, constraint \`api_token_organization_id_foreign\` foreign key (\`organization_id\`) references \`organization\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`api_token_organization_id_index\` on \`api_token\` (\`organization_id\`);`);
    this.addSql(`create unique index \`api_token_token_hash_unique\` on \`api_token\` (\`token_hash\`);`);

    this.addSql(`alter table \`execution\` add column \`reported_at\` datetime null;`);

    this.addSql(`alter table \`refresh_token\` add column \`network_hash\` text null;`);
  }
}
