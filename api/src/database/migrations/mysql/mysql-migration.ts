import { Migration } from '@mikro-orm/migrations';
import { COLLATION } from '../../collation.js';

/** A migration that was written on MariaDB and runs on MySQL too, where the same order of texts has another name. */
export abstract class MysqlMigration extends Migration {
  override addSql(sql: string): void {
    super.addSql(sql.replaceAll(COLLATION.mariadb, this.config.get('collate') ?? COLLATION.mariadb));
  }
}
