import { type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Organization } from './organization.entity.js';

/** A refresh token that is in force; the token itself is not kept, only its hash. */
@Entity()
export class RefreshToken {
  /** 128 random bits in hex. */
  @PrimaryKey({ type: 'string', length: 32 })
  id!: string;

  @ManyToOne(() => Organization, { deleteRule: 'cascade' })
  organization!: Rel<Organization>;

  /** SHA-256 of the token. */
  @Property({ type: 'string', length: 64 })
  tokenHash!: string;

  /** Keyed hash of the network that logged in: others' failures do not slow it down. */
  @Property({ type: 'string', length: 64, nullable: true })
  networkHash!: string | null;

  @Property({ type: 'Date', length: 3 })
  createdAt!: Date;

  @Property({ type: 'Date', length: 3 })
  expiresAt!: Date;

  /** To the minute; null when it never was used. */
  @Property({ type: 'Date', length: 3, nullable: true })
  lastUsedAt!: Date | null;
}
