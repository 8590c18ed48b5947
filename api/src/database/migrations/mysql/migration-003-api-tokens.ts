import { MysqlMigration } from './mysql-migration.js';

/** API tokens; from where sessions were begun; executions that a donor has reported. */
export class ApiTokens extends MysqlMigration {
  override name = '003-api-tokens';

  override up(): void {
    this.addSql(
      `create table \`api_token\` (\`id\` varchar(36) not null, \`organization_id\` varchar(36) not null, \`name\` varchar(200) not null, \`scopes\` json not null, \`token_hash\` varchar(64) not null, \`created_at\` datetime(3) not null, \`expires_at\` datetime(3) not null, \`last_used_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`api_token\` add index \`api_token_organization_id_index\` (\`organization_id\`);`,
    );
    this.addSql(`alter table \`api_token\` add unique \`api_token_token_hash_unique\` (\`token_hash\`);`);
    this.addSql(
      `alter table \`api_token\` add constraint \`api_token_organization_id_foreign\` foreign key (\`organization_id\`) references \`organization\` (\`id\`) on delete cascade;`,
    );

    this.addSql(`alter table \`execution\` add \`reported_at\` datetime(3) null;`);

    this.addSql(`alter table \`refresh_token\` add \`network_hash\` varchar(64) null;`);
  }
}
