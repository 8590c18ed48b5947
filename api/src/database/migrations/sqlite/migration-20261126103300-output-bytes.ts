import { Migration } from '@mikro-orm/migrations';

/** How long each output is, so that an answer can be bounded before any of them is read. */
export class OutputBytes extends Migration {
  override name = '20261126103300-output-bytes';

  override up(): void {
    this.addSql(`alter table \`proof\` add column \`output_bytes\` integer not null default 0;`);
    this.addSql(`update proof set output_bytes = length(output);`);
  }
}
