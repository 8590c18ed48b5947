import { BigIntType, type Opt } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A donor who has credit or a nickname. */
@Entity()
@Index({ name: 'donor_rank', properties: ['rankedRows', 'publicKey'] })
export class Donor {
  /** Ed25519, in hex. */
  @PrimaryKey({ type: 'string', length: 64 })
  publicKey!: string;

  @Property({ type: 'string', length: 200, nullable: true })
  nickname!: string | null;

  /** When its owner chose it, as they say: a later one replaces it. */
  @Property({ type: 'Date', length: 3, nullable: true })
  nicknameAt!: Date | null;

  /** Of all confirmed proofs, each statement once. */
  @Property({ type: new BigIntType('number'), defaultRaw: '0' })
  provenRows!: Opt<number>;

  @Property({ type: 'integer', default: 0 })
  proofs!: Opt<number>;

  /** The same without work on one's own programs. */
  @Property({ type: new BigIntType('number'), defaultRaw: '0' })
  rankedRows!: Opt<number>;

  @Property({ type: 'integer', default: 0 })
  rankedProofs!: Opt<number>;
}
