import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * How an organization has decided so far, about the proofs of one program or of all that it ever had. It is counted as it
 * happens: nobody counts millions of proofs to show two numbers, and what was rejected stays so when the program is deleted.
 */
@Entity()
export class DecisionTally {
  /** Of the program, or of the organization. */
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @Property({ type: 'integer' })
  confirmed!: number;

  @Property({ type: 'integer' })
  rejected!: number;
}
