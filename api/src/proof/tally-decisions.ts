import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../database/dialect.js';
import type { InputGroupEvent } from '../input-group/transitions.js';
import type { Proof } from './proof.entity.js';

const ADD = {
  sqlite:
    'on conflict (id) do update set confirmed = confirmed + excluded.confirmed, rejected = rejected + excluded.rejected',
  mysql:
    'on duplicate key update confirmed = confirmed + values(confirmed), rejected = rejected + values(rejected)',
};

/** Counts decisions, for each program and for the organization, in the transaction that makes them: in one statement. */
export async function tallyDecisions(
  em: EntityManager,
  organizationId: string,
  proofs: readonly Pick<Proof, 'program'>[],
  event: Extract<InputGroupEvent, 'CONFIRM' | 'REJECT'>,
): Promise<void> {
  const ofPrograms = Map.groupBy(proofs, ({ program }) => program.id);
  const amounts = [...ofPrograms].map(([id, some]) => [id, some.length] as const);
  // Always in the same order: two that decide at once wait for each other, and do not lock each other out.
  const rows = [...amounts, [organizationId, proofs.length] as const].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const values = rows.flatMap(([id, amount]) => (event === 'CONFIRM' ? [id, amount, 0] : [id, 0, amount]));
  await em.execute(
    `insert into decision_tally (id, confirmed, rejected) values ${rows.map(() => '(?, ?, ?)').join(', ')}
     ${ADD[dialectOf(em)]}`,
    values,
  );
}
