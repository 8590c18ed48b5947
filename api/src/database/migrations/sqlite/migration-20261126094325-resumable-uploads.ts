import { Migration } from '@mikro-orm/migrations';

/** What donors announce and send piece by piece. */
export class ResumableUploads extends Migration {
  override name = '20261126094325-resumable-uploads';

  override up(): void {
    this.addSql(
      `create table \`resumable_upload\` (\`id\` text not null primary key, \`reservation_id\` text not null, \`kind\` text not null, \`size\` bigint not null, \`sha256\` text not null, \`state\` text not null, \`address_hash\` text not null, \`writer\` text null, \`writer_until\` datetime null, \`created_at\` datetime not null, \`expires_at\` datetime not null, constraint \`resumable_upload_reservation_id_foreign\` foreign key (\`reservation_id\`) references \`reservation\` (\`id\`) on delete cascade);`,
    );
    this.addSql(
      `create index \`resumable_upload_reservation_id_index\` on \`resumable_upload\` (\`reservation_id\`);`,
    );
    this.addSql(`create index \`upload_networks\` on \`resumable_upload\` (\`address_hash\`);`);
    this.addSql(`create index \`upload_deadlines\` on \`resumable_upload\` (\`expires_at\`);`);
    this.addSql(
      `create unique index \`resumable_upload_reservation_id_kind_unique\` on \`resumable_upload\` (\`reservation_id\`, \`kind\`);`,
    );
  }
}
