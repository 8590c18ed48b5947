import { type Rel } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { InputGroup } from '../input-group/input-group.entity.js';
import { ReservationState, WorkKind } from './reservation.enums.js';

@Entity()
@Index({ name: 'reservation_leases', properties: ['addressHash', 'state', 'expiresAt'] })
@Index({ name: 'reservation_deadlines', properties: ['state', 'expiresAt'] })
@ObjectType({ description: "A donor's lease on one input group for one kind of work." })
export class Reservation {
  @Field(() => ID)
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @ManyToOne(() => InputGroup, { deleteRule: 'cascade' })
  inputGroup!: Rel<InputGroup>;

  @Field(() => WorkKind, { description: 'What was reserved.' })
  @Property({ type: 'string', length: 24 })
  kind!: WorkKind;

  /** As stored. A LIVE reservation past its deadline counts as EXPIRED: see `effectiveReservationState`. */
  @Property({ type: 'string', length: 16 })
  state!: ReservationState;

  @Field(() => Int, { description: 'Grows with every reservation of the same input group.' })
  @Property({ type: 'integer' })
  fencingNumber!: number;

  @Field(() => Int, {
    description:
      'Grows with every change: of two answers about a reservation, the higher version is the newer.',
  })
  @Property({ type: 'integer', default: 1 })
  version!: number;

  /** SHA-256 of the token. */
  @Property({ type: 'string', length: 64, unique: true })
  tokenHash!: string;

  /** SHA-256 of the client's key: the same key reads the same reservation again. */
  @Property({ type: 'string', length: 64, unique: true })
  clientKeyHash!: string;

  /** What was asked for, so that a key used with other arguments is refused. */
  @Property({ type: 'string', length: 128 })
  requested!: string;

  /** Keyed hash of the holder's network: caps live leases and tells donors apart. */
  @Property({ type: 'string', length: 64 })
  addressHash!: string;

  /** The program's when it was made: so long it lasts, and each renewal. */
  @Property({ type: 'integer', default: 60 })
  leaseSeconds!: number;

  @Field(() => GraphQLDateTime, {
    description: 'Deadline: renew before it, or another donor may take the group.',
  })
  @Property({ type: 'Date', length: 3 })
  expiresAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  @Property({ type: 'Date', length: 3 })
  createdAt!: Date;

  @Property({ type: 'Date', length: 3, nullable: true })
  endedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret that proves who holds it; only in an answer to whoever showed the client key or the token.',
  })
  @Property({ type: 'string', persist: false })
  token?: string;
}
