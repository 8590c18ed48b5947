import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * What one transaction changed of a program's counts. Transactions that change groups at the same moment add rows beside each
 * other, and none waits; a moment later they are folded into `GroupCount`.
 */
@Entity()
export class GroupCountChange {
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @Index()
  @Property({ type: 'string', length: 36 })
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
