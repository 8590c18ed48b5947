import { ARCHIVE_LIMITS, DESCRIPTION_RULE } from '@cairn/shared-schema';
import { BigIntType, type Opt, type Rel } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Extensions, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Organization } from '../account/organization.entity.js';
import { LongTextType } from '../database/long-text-type.js';
import { FeltScalar } from '../graphql/felt.scalar.js';
import { OutputColumn } from './output-column.type.js';
import { Calldata, InputBinding } from './program.enums.js';

@Entity()
@Unique({ properties: ['organization', 'nameKey'] })
@Index({ name: 'program_open_groups', properties: ['openGroups', 'id'] })
@ObjectType({ description: 'A compiled Cairo program that organizations publish and donors run.' })
export class Program {
  @Field(() => ID)
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @ManyToOne(() => Organization, { deleteRule: 'cascade' })
  organization!: Rel<Organization>;

  @Field(() => String, { description: 'Unique within the organization, compared without case.' })
  @Property({ type: 'string', length: 200 })
  name!: string;

  @Index()
  @Property({ type: 'string', length: 200 })
  nameKey!: string;

  @Extensions({ bytes: 4 * DESCRIPTION_RULE.max })
  @Field(() => String, { description: 'What the program computes.' })
  @Property({ type: 'text' })
  description!: string;

  @Field(() => FeltScalar, { description: "Blake2s hash of the bytecode, as S-two's verifier computes it." })
  @Property({ type: 'string', length: 66 })
  programHash!: string;

  @Field(() => InputBinding, { description: 'How proofs of this program are bound to their input.' })
  @Property({ type: 'string', length: 16 })
  inputBinding!: InputBinding;

  @Field(() => Calldata, { description: 'How an input group becomes arguments.' })
  @Property({ type: 'string', length: 16 })
  calldata!: Calldata;

  @Field(() => [OutputColumn], { description: 'What the program returns after the binding, in order.' })
  @Property({ type: 'json' })
  outputs!: OutputColumn[];

  @Field(() => Float, {
    nullable: true,
    description: 'Steps of a usual run, as the manifest says (an integer).',
  })
  @Property({ type: new BigIntType('number'), nullable: true })
  expectedSteps!: number | null;

  @Field(() => Float, { nullable: true, description: 'Steps after which a run is given up (an integer).' })
  @Property({ type: new BigIntType('number'), nullable: true })
  maxSteps!: number | null;

  @Field(() => Int, { description: 'Seconds that a reservation lasts before it must be renewed.' })
  @Property({ type: 'integer' })
  leaseSeconds!: number;

  @Extensions({ bytes: ARCHIVE_LIMITS.maxReadmeBytes })
  @Field(() => String, { nullable: true, description: "The archive's README." })
  @Property({ type: LongTextType, nullable: true })
  readme!: string | null;

  /** SHA-256 of the archive as it was uploaded: its name in the file store. */
  @Property({ type: 'string', length: 64 })
  archiveSha256!: string;

  @Property({ type: new BigIntType('number') })
  archiveBytes!: number;

  @Field(() => String, { description: 'SHA-256 of the executable, in hex.' })
  @Property({ type: 'string', length: 64 })
  executableSha256!: string;

  @Property({ type: new BigIntType('number') })
  executableBytes!: number;

  /** Input groups left to work on when they were last counted: see `group-census.ts`. */
  @Property({ type: 'integer', default: 0 })
  openGroups!: Opt<number>;

  /** What one more execution takes, as those that are stored tell: see `remember-size.ts`. */
  @Property({ type: new BigIntType('number'), defaultRaw: '1' })
  executionBytes!: Opt<number>;

  /** Keyed hash of the network that it was published from; work from there is the organization's own. */
  @Property({ type: 'string', length: 64, nullable: true })
  publisherNetwork!: Opt<string> | null;

  /** Programs are served in this order: least recently reserved first. Creation counts as a reservation. */
  @Index()
  @Property({ type: 'Date', length: 3 })
  lastReservedAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When the program was published.' })
  @Property({ type: 'Date', length: 3 })
  createdAt!: Date;
}
