import { BigIntType, type Opt, type Rel } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { FeltScalar } from '../graphql/felt.scalar.js';
import { Program } from '../program/program.entity.js';
import type { InputGroupState } from './input-group-state.js';

@Entity()
@Index({ name: 'input_group_claim', properties: ['program', 'executed', 'freeFrom', 'id'] })
@Index({ name: 'input_group_page', properties: ['program', 'id'] })
@Index({ name: 'input_group_state', properties: ['program', 'state', 'id'] })
@Index({ name: 'input_group_file', properties: ['inputSha256'] })
@Index({ name: 'input_group_name', properties: ['program', 'nameKey'] })
@ObjectType({ description: 'One named CSV file of field elements: one unit of work.' })
export class InputGroup {
  /** Ids grow with time: their order is the order of upload. */
  @Field(() => ID)
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @ManyToOne(() => Program, { deleteRule: 'cascade' })
  program!: Rel<Program>;

  @Field(() => String, { description: 'Name that the organization gave it.' })
  @Property({ type: 'string', length: 200 })
  name!: string;

  @Property({ type: 'string', length: 200 })
  nameKey!: string;

  /** As stored. A RESERVED group whose `freeFrom` has passed counts as free: see `effectiveState`. */
  @Property({ type: 'string', length: 16 })
  state!: InputGroupState;

  /** Whether an execution is stored: an idle group is then EXECUTED, else AVAILABLE. */
  @Property({ type: 'boolean' })
  executed!: boolean;

  /** Whether an execution has been made anew, since nobody had the memory to prove it. */
  @Property({ type: 'boolean', default: false })
  remade!: Opt<boolean>;

  /** From when on the group may be claimed: the lease's deadline while RESERVED, null when there is nothing to do. */
  @Property({ type: 'Date', length: 3, nullable: true })
  freeFrom!: Date | null;

  /** Counts the reservations; the holder's fencing number is the last. */
  @Property({ type: 'integer' })
  fencingNumber!: number;

  /** The reservation that holds the group or held it last. */
  @Property({ type: 'string', length: 36, nullable: true })
  holderId!: string | null;

  /** The submitted or confirmed proof. */
  @Property({ type: 'string', length: 36, nullable: true })
  proofId!: string | null;

  @Field(() => FeltScalar, { description: 'Poseidon hash of the values.' })
  @Property({ type: 'string', length: 66 })
  inputCommitment!: string;

  @Field(() => Int, { description: 'How many field elements the file holds.' })
  @Property({ type: 'integer' })
  valueCount!: number;

  @Field(() => String, { description: 'SHA-256 of the CSV file, in hex.' })
  @Property({ type: 'string', length: 64 })
  inputSha256!: string;

  @Property({ type: new BigIntType('number') })
  inputBytes!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last reserved.' })
  @Property({ type: 'Date', length: 3, nullable: true })
  lastReservedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the present proof was accepted.' })
  @Property({ type: 'Date', length: 3, nullable: true })
  provenAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the organization confirmed the proof.' })
  @Property({ type: 'Date', length: 3, nullable: true })
  confirmedAt!: Date | null;

  @Field(() => Int, { description: 'Reservations so far.' })
  @Property({ type: 'integer' })
  attempts!: number;

  @Property({ type: 'Date', length: 3 })
  createdAt!: Date;
}
