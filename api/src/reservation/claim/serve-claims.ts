import { DomainError } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import type { ServerContext } from '../../context/operation-context.js';
import { inTransaction } from '../../database/in-transaction.js';
import { groupChanged } from '../../events/group-changed.js';
import { countMoves } from '../../input-group/counts/count-moves.js';
import type { Claim, Outcome } from './claim.js';
import { endLapsed } from './end-lapsed.js';
import type { KnownWork } from './known-work.js';
import { lockDonors } from './lock-donors.js';
import { markServed } from './mark-served.js';
import { sortOut } from './sort-out.js';
import { takeGroups } from './take-groups.js';
import type { Candidate } from './taken.js';
import { writeReservations } from './write-reservations.js';

/** What serving claims needs of a server. */
export type ClaimServer = Pick<ServerContext, 'database' | 'clock' | 'events' | 'config'> & {
  readonly work: KnownWork;
};

/** What came of claims, in their order, and the reservations that were found to have lapsed. */
export interface Served {
  readonly outcomes: Outcome[];
  readonly lapsed: string[];
}

/**
 * Serves claims in one short transaction, whose number of statements depends on the number of programs, not of claims.
 * Returns what came of each, in their order. A claim alone is left undecided only when others hold all that is free.
 */
export async function serveClaims(server: ClaimServer, claims: readonly Claim[]): Promise<Outcome[]> {
  const now = await server.clock.now(server.database.em.fork());
  return tell(server, await inTransaction(server, (em) => serveIn(em, server, claims, { now })));
}

/** Tells who follows them what became of the groups and of those who had them. */
export function tell({ events }: ClaimServer, { outcomes, lapsed }: Served): Outcome[] {
  for (const reservationId of lapsed) events.changed('reservation', reservationId);
  for (const outcome of outcomes)
    if (outcome?.is === 'made') groupChanged(events, outcome.reservation.inputGroup.id);
  return outcomes;
}

/**
 * Serves claims inside a transaction.
 * @param held - free groups whose rows the transaction has locked already, for a claim alone.
 */
export async function serveIn(
  em: EntityManager,
  server: ClaimServer,
  claims: readonly Claim[],
  { now, held }: { now: Date; held?: Candidate[] },
): Promise<Served> {
  await lockDonors(em, claims, now);
  const { ready, decided } = await sortOut(em, claims, server.config.limits.leasesPerAddress, now);
  const lapsed: string[] = [];
  for (const alike of Map.groupBy(ready, ({ requested }) => requested).values()) {
    const turn = { decided, now, alone: claims.length === 1, ...(held && { held }) };
    lapsed.push(...(await serveAlike(em, server, alike as [Claim, ...Claim[]], turn)));
  }
  return { outcomes: claims.map((claim) => decided.get(claim)), lapsed };
}

interface Turn {
  readonly decided: Map<Claim, Outcome>;
  readonly now: Date;
  readonly alone: boolean;
  readonly held?: Candidate[];
}

/** Serves claims that want the same; returns which reservations were found to have lapsed. */
async function serveAlike(
  em: EntityManager,
  server: ClaimServer,
  claims: [Claim, ...Claim[]],
  turn: Turn,
): Promise<string[]> {
  const { decided, now } = turn;
  const { taken, left, exhausted } = await takeGroups(em, server, claims, turn);
  for (const claim of left)
    decided.set(claim, exhausted ? { is: 'refused', error: nothingToDo(claim) } : undefined);
  if (taken.length === 0) return [];
  await countMoves(
    em,
    taken.map(({ candidate: { program, state } }) => ({
      programId: program.id,
      from: state,
      to: 'RESERVED',
    })),
  );
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
