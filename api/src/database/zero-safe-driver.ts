import { SqliteDriver, SqlitePlatform } from '@mikro-orm/sql';

/** MikroORM writes values into its statements, and SQLite ends a statement at a zero character: it is spelled out. */
class ZeroSafePlatform extends SqlitePlatform {
  override escape(value: unknown): string {
    return super.escape(value).replaceAll('\0', "'||char(0)||'");
  }
}

/** The SQLite driver for values from anywhere: a text with a zero character is found missing, not a broken statement. */
export class ZeroSafeDriver extends SqliteDriver {
  protected override readonly platform = new ZeroSafePlatform();
}
