import { BigIntType, type Opt, type Rel } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ObjectType } from 'type-graphql';
import { InputGroup } from '../input-group/input-group.entity.js';

@Entity()
@Index({ name: 'execution_check_from', properties: ['checkFrom'] })
@Index({ name: 'execution_file', properties: ['sha256'] })
@Unique({ properties: ['inputGroup'] })
@ObjectType({ description: 'The trace of a run, ready to be proven.' })
export class Execution {
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @ManyToOne(() => InputGroup, { deleteRule: 'cascade' })
  inputGroup!: Rel<InputGroup>;

  @Field(() => Float, { description: "Steps of the run, as the execution's header says (an integer)." })
  @Property({ type: new BigIntType('number') })
  steps!: number;

  @Field(() => Float, { description: 'Bytes of the file (an integer).' })
  @Property({ type: new BigIntType('number') })
  size!: number;

  @Field(() => String, { description: 'SHA-256 of the file, in hex.' })
  @Property({ type: 'string', length: 64 })
  sha256!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was handed in.' })
  @Property({ type: 'Date', length: 3 })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "When a donor reported that it cannot be proven; null when nobody has, and again once the server has replayed it and found nothing wrong. A second donor's report discards it.",
  })
  @Property({ type: 'Date', length: 3, nullable: true })
  reportedAt!: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When the server, after a report, replayed every step of it and found nothing wrong; null when it has not. Whose run it is shows when it is proven.',
  })
  @Property({ type: 'Date', length: 3, nullable: true })
  checkedAt!: Opt<Date> | null;

  /** From when on a process may check it, which then moves it on; null when nothing is to be checked. */
  @Property({ type: 'Date', length: 3, nullable: true })
  checkFrom!: Opt<Date> | null;

  /** Checks that were begun and came to nothing. */
  @Property({ type: 'integer', default: 0 })
  checkAttempts!: Opt<number>;
}
