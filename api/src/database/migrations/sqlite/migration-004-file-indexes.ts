import { Migration } from '@mikro-orm/migrations';

/** Whether any row names a file is asked each time that one is dropped. */
export class FileIndexes extends Migration {
  override name = '004-file-indexes';

  override up(): void {
    this.addSql(`create index \`input_group_file\` on \`input_group\` (\`input_sha256\`);`);

    this.addSql(`create index \`execution_file\` on \`execution\` (\`sha256\`);`);

    this.addSql(`create index \`proof_file\` on \`proof\` (\`sha256\`);`);
  }
}
