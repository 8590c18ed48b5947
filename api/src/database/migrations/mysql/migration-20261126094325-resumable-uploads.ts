import { MysqlMigration } from './mysql-migration.js';

/** What donors announce and send piece by piece. */
export class ResumableUploads extends MysqlMigration {
  override name = '20261126094325-resumable-uploads';

  override up(): void {
    this.addSql(
      `create table \`resumable_upload\` (\`id\` varchar(36) not null, \`reservation_id\` varchar(36) not null, \`kind\` varchar(16) not null, \`size\` bigint not null, \`sha256\` varchar(64) not null, \`state\` varchar(16) not null, \`address_hash\` varchar(64) not null, \`writer\` varchar(36) null, \`writer_until\` datetime(3) null, \`created_at\` datetime(3) not null, \`expires_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_nopad_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`resumable_upload\` add index \`resumable_upload_reservation_id_index\` (\`reservation_id\`);`,
    );
    this.addSql(`alter table \`resumable_upload\` add index \`upload_networks\` (\`address_hash\`);`);
    this.addSql(`alter table \`resumable_upload\` add index \`upload_deadlines\` (\`expires_at\`);`);
    this.addSql(
      `alter table \`resumable_upload\` add unique \`resumable_upload_reservation_id_kind_unique\` (\`reservation_id\`, \`kind\`);`,
    );

    this.addSql(
      `alter table \`resumable_upload\` add constraint \`resumable_upload_reservation_id_foreign\` foreign key (\`reservation_id\`) references \`reservation\` (\`id\`) on delete cascade;`,
    );
  }
}
