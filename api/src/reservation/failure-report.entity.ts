import { type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { InputGroup } from '../input-group/input-group.entity.js';
import type { FailureCode } from './reservation.enums.js';

/** What a report may say: why the work cannot be done, or that the execution to be proven is bad. */
export type ReportCode = FailureCode | 'BAD_EXECUTION';

/** One donor's report that an input group cannot be done. A donor counts once for each group. */
@Entity()
@Unique({ properties: ['inputGroup', 'addressHash'] })
export class FailureReport {
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @ManyToOne(() => InputGroup, { deleteRule: 'cascade' })
  inputGroup!: Rel<InputGroup>;

  @Property({ type: 'string', length: 64 })
  addressHash!: string;

  @Property({ type: 'string', length: 24 })
  code!: ReportCode;

  /** Whether the code says something of the program rather than of the donor's own limits or of an execution. */
  @Property({ type: 'boolean' })
  counts!: boolean;

  @Property({ type: 'text', nullable: true })
  message!: string | null;

  @Property({ type: 'Date', length: 3 })
  createdAt!: Date;
}
