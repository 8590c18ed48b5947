import { type EntityProperty, type Platform, TextType } from '@mikro-orm/core';
import { SqlitePlatform } from '@mikro-orm/sql';

/** A text that may be longer than the 65,535 bytes that MySQL's `text` holds. */
export class LongTextType extends TextType {
  override getColumnType(prop: EntityProperty, platform: Platform): string {
    return platform instanceof SqlitePlatform ? super.getColumnType(prop, platform) : 'mediumtext';
  }
}
