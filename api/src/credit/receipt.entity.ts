import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { FeltScalar } from '../graphql/felt.scalar.js';
import { InputBinding } from '../program/program.enums.js';
import { Proof } from '../proof/proof.entity.js';

@Entity()
@Index({ name: 'receipt_donor', properties: ['donor', 'id'] })
@ObjectType({
  description:
    'That an organization has confirmed a proof of a donor, signed by this server. What is signed, byte by byte: `docs/credit.md`.',
})
export class Receipt {
  /** Ids grow with time: their order is the order of confirmation. */
  @Field(() => ID)
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @ManyToOne(() => Proof, { deleteRule: 'cascade' })
  proof!: Rel<Proof>;

  @Field(() => String, { description: 'Public key of the donor, in hex.' })
  @Property({ type: 'string', length: 64 })
  donor!: string;

  @Field(() => FeltScalar, { description: 'Hash of the program that was proven.' })
  @Property({ type: 'string', length: 66 })
  programHash!: string;

  @Field(() => FeltScalar, { description: 'Commitment of the input.' })
  @Property({ type: 'string', length: 66 })
  inputCommitment!: string;

  @Field(() => InputBinding, {
    description: 'NONE: UNBOUND, the proof says nothing of which input was used.',
  })
  @Property({ type: 'string', length: 16 })
  inputBinding!: InputBinding;

  @Field(() => String, {
    description: 'SHA-256 of the output, each element in 32 bytes with the highest first; in hex.',
  })
  @Property({ type: 'string', length: 64 })
  outputHash!: string;

  @Field(() => String, { description: "SHA-256 of the proof's file, in hex." })
  @Property({ type: 'string', length: 64 })
  proofHash!: string;

  @Field(() => Float, { description: "Sum of the trace tables' sizes (an integer)." })
  @Property({ type: new BigIntType('number') })
  provenRows!: number;

  @Field(() => ID, { description: 'The organization that confirmed it.' })
  @Property({ type: 'string', length: 36 })
  organizationId!: string;

  @Field(() => String, { description: 'Its name when it confirmed it.' })
  @Property({ type: 'string', length: 200 })
  organization!: string;

  @Field(() => GraphQLDateTime, { description: 'When it confirmed it.' })
  @Property({ type: 'Date', length: 3 })
  confirmedAt!: Date;
}
