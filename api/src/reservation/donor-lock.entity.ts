import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * A row for each donor of late: whoever counts and makes a donor's reservations holds it, so that two cannot pass the cap
 * together. `dropIdleDonors` forgets them.
 */
@Entity()
@Index({ name: 'donor_lock_idle', properties: ['askedAt'] })
export class DonorLock {
  /** What tells donors apart: see `donorNetwork`. */
  @PrimaryKey({ type: 'string', length: 64 })
  id!: string;

  /** When the donor last asked for work. */
  @Property({ type: 'Date', length: 3 })
  askedAt!: Date;
}
