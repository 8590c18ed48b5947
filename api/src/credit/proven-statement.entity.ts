import { createHash } from 'node:crypto';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What was proven, whoever keeps the proof: it stays when the program goes, so that nothing counts twice. */
@Entity()
export class ProvenStatement {
  /** See {@link statementId}. */
  @PrimaryKey({ type: 'string', length: 64 })
  id!: string;

  /** Of the donor whose proof of it was accepted first; null for one without a key. */
  @Property({ type: 'string', length: 64, nullable: true })
  donorKey!: string | null;

  /** When it gave credit. */
  @Property({ type: 'Date', length: 3, nullable: true })
  countedAt!: Date | null;
}

/** What of a proof its statement is made of. */
export interface Proven {
  readonly programHash: string;
  readonly outputHash: string;
}

/** Names a statement: this program returned this output. With a binding the output says on which input. */
export function statementId({ programHash, outputHash }: Proven): string {
  return createHash('sha256').update(`${programHash} ${outputHash}`).digest('hex');
}
