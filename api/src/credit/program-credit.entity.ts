import { BigIntType, type Opt, type Rel } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Program } from '../program/program.entity.js';

/** What of a donor's credit is of one program; goes with the program. */
@Entity()
@Index({ name: 'program_credit_rank', properties: ['program', 'rankedRows', 'publicKey'] })
export class ProgramCredit {
  @ManyToOne(() => Program, { deleteRule: 'cascade', primary: true })
  program!: Rel<Program>;

  /** The donor's. */
  @PrimaryKey({ type: 'string', length: 64 })
  publicKey!: string;

  @Property({ type: new BigIntType('number'), defaultRaw: '0' })
  provenRows!: Opt<number>;

  @Property({ type: 'integer', default: 0 })
  proofs!: Opt<number>;

  @Property({ type: new BigIntType('number'), defaultRaw: '0' })
  rankedRows!: Opt<number>;

  @Property({ type: 'integer', default: 0 })
  rankedProofs!: Opt<number>;
}
