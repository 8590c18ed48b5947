import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** The id of the one row. */
export const DATABASE_IDENTITY_ID = 'database';

/** What tells this database from every other: one row, made when a server first opens it. */
@Entity()
export class DatabaseIdentity {
  @PrimaryKey({ type: 'string', length: 16 })
  id!: string;

  /** A random UUID. The file store carries the same one. */
  @Property({ type: 'string', length: 36 })
  identity!: string;

  /** Whether a file store was claimed with it: from then on one without a claim is another, or was emptied. */
  @Property({ type: 'boolean' })
  hasFiles!: boolean;
}
