import { TSMigrationGenerator } from '@mikro-orm/migrations';

/** Writes migrations that stand on {@link MysqlMigration}. */
export class MysqlMigrationGenerator extends TSMigrationGenerator {
  override generateMigrationFile(className: string, diff: { up: string[]; down: string[] }): string {
    return super
      .generateMigrationFile(className, diff)
      .replace(
        "import { Migration } from '@mikro-orm/migrations'",
        "import { MysqlMigration } from './mysql-migration.js'",
      )
      .replace('extends Migration ', 'extends MysqlMigration ');
  }
}
