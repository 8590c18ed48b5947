import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../database/dialect.js';
import { type Proven, statementId } from './proven-statement.entity.js';

/**
 * Writes down, inside the transaction that accepts their proofs, who proved these statements; one that somebody has proven
 * before stays theirs.
 */
export async function claimStatements(
  em: EntityManager,
  claimed: readonly (Proven & { readonly donorKey: string | null })[],
): Promise<void> {
  if (claimed.length === 0) return;
  // In one order everywhere: two transactions do not wait for each other. Of two of one statement the first stays.
  const rows = claimed
    .map((proof) => ({ statement: statementId(proof), donorKey: proof.donorKey }))
    .sort((one, other) => one.statement.localeCompare(other.statement));
  const keep =
    dialectOf(em) === 'mysql' ? 'on duplicate key update id = proven_statement.id' : 'on conflict do nothing';
  await em.execute(
    `insert into proven_statement (id, donor_key) values ${rows.map(() => '(?, ?)').join(', ')} ${keep}`,
    rows.flatMap(({ statement, donorKey }) => [statement, donorKey]),
  );
}
