import { Migration } from '@mikro-orm/migrations';

/** Where organizations want to be told of what happens, and what they are told. */
export class Webhooks extends Migration {
  override name = '20261126025153-webhooks';

  override up(): void {
    this.addSql(
      `create table \`webhook\` (\`id\` text not null primary key, \`organization_id\` text not null, \`url\` text not null, \`events\` json not null, \`secret\` text not null, \`created_at\` datetime not null, constraint \`webhook_organization_id_foreign\` foreign key (\`organization_id\`) references \`organization\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`webhook_organization_id_index\` on \`webhook\` (\`organization_id\`);`);

    this.addSql(
      `create table \`webhook_delivery\` (\`id\` text not null primary key, \`webhook_id\` text not null, \`event\` text not null, \`program_id\` text null, \`body\` text not null, \`state\` text not null, \`attempts\` integer not null, \`next_attempt_at\` datetime null, \`last_status\` integer null, \`last_error\` text null, \`created_at\` datetime not null, \`finished_at\` datetime null, constraint \`webhook_delivery_webhook_id_foreign\` foreign key (\`webhook_id\`) references \`webhook\` (\`id\`) on delete cascade);`,
    );
    this.addSql(
      `create index \`webhook_delivery_webhook_id_index\` on \`webhook_delivery\` (\`webhook_id\`);`,
    );
    this.addSql(
      `create index \`webhook_delivery_due\` on \`webhook_delivery\` (\`state\`, \`next_attempt_at\`);`,
    );
  }
}
