import { MysqlMigration } from './mysql-migration.js';

/** Whether any row names a file is asked each time that one is dropped. */
export class FileIndexes extends MysqlMigration {
  override name = '004-file-indexes';

  override up(): void {
    this.addSql(`alter table \`input_group\` add index \`input_group_file\` (\`input_sha256\`);`);

    this.addSql(`alter table \`execution\` add index \`execution_file\` (\`sha256\`);`);

    this.addSql(`alter table \`proof\` add index \`proof_file\` (\`sha256\`);`);
  }
}
