import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * How many groups of a program stand in each state, as it is stored, but for what `GroupCountChange` adds. It refers to the
 * program without a foreign key: that would have each statement wait for whoever holds the program's row.
 */
@Entity()
export class GroupCount {
  @PrimaryKey({ type: 'string', length: 36 })
  programId!: string;

  @Property({ type: 'integer' })
  available!: number;

  @Property({ type: 'integer' })
  reserved!: number;

  @Property({ type: 'integer' })
  executed!: number;

  @Property({ type: 'integer' })
  proven!: number;

  @Property({ type: 'integer' })
  confirmed!: number;

  @Property({ type: 'integer' })
  failed!: number;
}
