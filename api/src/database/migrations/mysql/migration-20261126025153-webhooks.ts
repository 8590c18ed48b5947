import { MysqlMigration } from './mysql-migration.js';

/** Where organizations want to be told of what happens, and what they are told. */
export class Webhooks extends MysqlMigration {
  override name = '20261126025153-webhooks';

  override up(): void {
    this.addSql(
      `create table \`webhook\` (\`id\` varchar(36) not null, \`organization_id\` varchar(36) not null, \`url\` text not null, \`events\` json not null, \`secret\` varchar(64) not null, \`created_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`webhook\` add index \`webhook_organization_id_index\` (\`organization_id\`);`);

    this.addSql(
      `create table \`webhook_delivery\` (\`id\` varchar(36) not null, \`webhook_id\` varchar(36) not null, \`event\` varchar(32) not null, \`program_id\` varchar(36) null, \`body\` text not null, \`state\` varchar(16) not null, \`attempts\` int not null, \`next_attempt_at\` datetime(3) null, \`last_status\` int null, \`last_error\` varchar(300) null, \`created_at\` datetime(3) not null, \`finished_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`webhook_delivery\` add index \`webhook_delivery_webhook_id_index\` (\`webhook_id\`);`,
    );
    this.addSql(
      `alter table \`webhook_delivery\` add index \`webhook_delivery_due\` (\`state\`, \`next_attempt_at\`);`,
    );

    this.addSql(
      `alter table \`webhook\` add constraint \`webhook_organization_id_foreign\` foreign key (\`organization_id\`) references \`organization\` (\`id\`) on delete cascade;`,
    );

    this.addSql(
      `alter table \`webhook_delivery\` add constraint \`webhook_delivery_webhook_id_foreign\` foreign key (\`webhook_id\`) references \`webhook\` (\`id\`) on delete cascade;`,
    );
  }
}
