import { REASON_RULE } from '@cairn/shared-schema';
import { type Rel } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Extensions, Field, ID, ObjectType } from 'type-graphql';
import { InputGroup } from '../input-group/input-group.entity.js';
import { Program } from '../program/program.entity.js';
import { ReportCode } from './reservation.enums.js';

/** One donor's report that an input group cannot be done. A donor counts once for each group. */
@Entity()
@Unique({ properties: ['inputGroup', 'addressHash'] })
@Index({ name: 'failure_report_page', properties: ['program', 'id'] })
@ObjectType({ description: 'What one donor reported of an input group that it could not do.' })
export class FailureReport {
  /** Ids grow with time: their order is that of the donors' first reports. */
  @Field(() => ID)
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @ManyToOne(() => InputGroup, { deleteRule: 'cascade' })
  inputGroup!: Rel<InputGroup>;

  /** The group's. */
  @ManyToOne(() => Program, { deleteRule: 'cascade' })
  program!: Rel<Program>;

  @Property({ type: 'string', length: 64 })
  addressHash!: string;

  @Field(() => ReportCode, { description: 'What went wrong.' })
  @Property({ type: 'string', length: 24 })
  code!: ReportCode;

  @Field(() => Boolean, {
    description:
      "Whether it speaks against the program, and not only of the donor's own limits or of an execution by another: three such reports give a group up.",
  })
  @Property({ type: 'boolean' })
  counts!: boolean;

  @Extensions({ bytes: 4 * REASON_RULE.max })
  @Field(() => String, { nullable: true, description: "In the donor's words: nobody has checked them." })
  @Property({ type: 'text', nullable: true })
  message!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When the donor reported it, at last.' })
  @Property({ type: 'Date', length: 3 })
  createdAt!: Date;
}
