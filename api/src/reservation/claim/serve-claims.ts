import { DomainError } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import type { ServerContext } from '../../context/operation-context.js';
import { inTransaction } from '../../database/in-transaction.js';
import { groupChanged } from '../../events/group-changed.js';
import type { Claim, Outcome } from './claim.js';
import { endLapsed } from './end-lapsed.js';
import { lockDonors } from './lock-donors.js';
import { markServed } from './mark-served.js';
import { sortOut } from './sort-out.js';
import { takeGroups } from './take-groups.js';
import { writeReservations } from './write-reservations.js';

/** What serving claims needs of a server. */
export type ClaimServer = Pick<ServerContext, 'database' | 'clock' | 'events' | 'config'>;

/**
 * Serves claims in one short transaction, whose number of statements depends on the number of programs, not of claims.
 * Returns what came of each, in their order. A claim alone is never left undecided.
 */
export async function serveClaims(server: ClaimServer, claims: readonly Claim[]): Promise<Outcome[]> {
  const now = await server.clock.now(server.database.em.fork());
  const { outcomes, lapsed } = await inTransaction(server, async (em) => {
    await lockDonors(em, claims, now);
    const { ready, decided } = await sortOut(em, claims, server.config.limits.leasesPerAddress, now);
    const ended: string[] = [];
    for (const alike of Map.groupBy(ready, ({ requested }) => requested).values())
      ended.push(...(await serveAlike(em, server, alike, { decided, now, alone: claims.length === 1 })));
    return { outcomes: claims.map((claim) => decided.get(claim) ?? UNDECIDED), lapsed: ended };
  });
  for (const reservationId of lapsed) server.events.changed('reservation', reservationId);
  for (const outcome of outcomes)
    if (outcome.is === 'made') groupChanged(server.events, outcome.reservation.inputGroup.id);
  return outcomes;
}

const UNDECIDED: Outcome = { is: 'undecided' };

/** Serves claims that want the same; returns which reservations were found to have lapsed. */
async function serveAlike(
  em: EntityManager,
  server: ClaimServer,
  claims: Claim[],
  { decided, now, alone }: { decided: Map<Claim, Outcome>; now: Date; alone: boolean },
): Promise<string[]> {
  const { taken, left, exhausted } = await takeGroups(em, claims as [Claim, ...Claim[]], now, alone);
  for (const claim of left)
    decided.set(claim, exhausted ? { is: 'refused', error: nothingToDo(claim) } : UNDECIDED);
  if (taken.length === 0) return [];
  await markServed(em, taken, now);
  const lapsed = await endLapsed(em, taken);
  const made = await writeReservations(em, server.config.secrets.reservation, taken, now);
  for (const [claim, reservation] of made) decided.set(claim, { is: 'made', reservation, now });
  return lapsed;
}

function nothingToDo({ kind }: Claim): DomainError {
  return new DomainError('INPUT_GROUP_NOT_FOUND', `There is no input group free for ${kind} now.`, {
    help: 'Ask for another kind of work or another program, or try again later.',
  });
}
