import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ObjectType } from 'type-graphql';
import { InputGroup } from '../input-group/input-group.entity.js';

@Entity()
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
      "When a donor reported that it cannot be proven; null when nobody has. A second donor's report discards it.",
  })
  @Property({ type: 'Date', length: 3, nullable: true })
  reportedAt!: Date | null;
}
