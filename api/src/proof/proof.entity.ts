import { BigIntType, type Opt, type Rel } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { FeltScalar } from '../graphql/felt.scalar.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { Program } from '../program/program.entity.js';
import { InputBinding } from '../program/program.enums.js';
import { ProofState } from './proof-state.js';

@Entity()
@Unique({ properties: ['inputGroup', 'sha256'] })
@Index({ name: 'proof_triage', properties: ['program', 'state', 'id'] })
@Index({ name: 'proof_inbox', properties: ['organizationId', 'state', 'id'] })
@Index({ name: 'proof_feed', properties: ['organizationId', 'id'] })
@Index({ name: 'proof_file', properties: ['sha256'] })
@Index({ name: 'proof_donor', properties: ['donorKey', 'state'] })
@ObjectType({
  description: 'A proof that the server has verified. What it says was read from the verified proof.',
})
export class Proof {
  /** Ids grow with time: their order is the order of submission. */
  @Field(() => ID)
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @ManyToOne(() => InputGroup, { deleteRule: 'cascade' })
  inputGroup!: Rel<InputGroup>;

  @ManyToOne(() => Program, { deleteRule: 'cascade' })
  program!: Rel<Program>;

  /** The program's, which never changes: it stands here for the indexes. */
  @Property({ type: 'string', length: 36, default: '' })
  organizationId!: string;

  @Field(() => ProofState, { description: 'Where it stands.' })
  @Property({ type: 'string', length: 16 })
  state!: ProofState;

  @Field(() => String, { description: 'SHA-256 of the file, in hex.' })
  @Property({ type: 'string', length: 64 })
  sha256!: string;

  @Field(() => Float, { description: 'Bytes of the file (an integer).' })
  @Property({ type: new BigIntType('number') })
  size!: number;

  @Field(() => FeltScalar, { description: 'Hash of the program that was proven.' })
  @Property({ type: 'string', length: 66 })
  programHash!: string;

  @Field(() => FeltScalar, { description: 'Commitment of the input that it was checked against.' })
  @Property({ type: 'string', length: 66 })
  inputCommitment!: string;

  @Field(() => InputBinding, { description: 'How it is bound to the input.' })
  @Property({ type: 'string', length: 16 })
  inputBinding!: InputBinding;

  @Field(() => Boolean, { description: 'False: UNBOUND, the proof says nothing of which input was used.' })
  @Property({ type: 'boolean' })
  bound!: boolean;

  /** May hold megabytes: read by itself, and only where it is shown. See `readOutput`. */
  @Property({ type: 'json', lazy: true })
  output!: string[];

  /** Of the output as JSON. */
  @Property({ type: 'integer', default: 0 })
  outputBytes!: number;

  @Field(() => Float, { description: 'Steps that were proven (an integer).' })
  @Property({ type: new BigIntType('number') })
  steps!: number;

  @Field(() => Float, {
    description: "Sum of the trace tables' sizes: the measure of the donor's work (an integer).",
  })
  @Property({ type: new BigIntType('number') })
  provenRows!: number;

  @Field(() => Int, { description: 'Conjectured security of the proof.' })
  @Property({ type: 'integer' })
  securityBits!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Seconds that proving took, as the donor says; not proven.',
  })
  @Property({ type: 'double', nullable: true })
  proveSeconds!: number | null;

  /** Whether the file is still kept. */
  @Property({ type: 'boolean' })
  fileKept!: boolean;

  /** Keyed hash of the network that it came from. */
  @Property({ type: 'string', length: 64 })
  addressHash!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Public key of the donor who has signed the submission; null for one that nobody has signed.',
  })
  @Property({ type: 'string', length: 64, nullable: true })
  donorKey!: Opt<string> | null;

  /** Of the output, as receipts have it. */
  @Property({ type: 'string', length: 64, nullable: true })
  outputHash!: Opt<string> | null;

  /** Whether the donor is the organization itself, as far as can be told. */
  @Property({ type: 'boolean', default: false })
  ownWork!: Opt<boolean>;

  @Field(() => GraphQLDateTime, { description: 'When it was accepted at the door.' })
  @Property({ type: 'Date', length: 3 })
  submittedAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the organization confirmed or rejected it.',
  })
  @Property({ type: 'Date', length: 3, nullable: true })
  decidedAt!: Date | null;
}
