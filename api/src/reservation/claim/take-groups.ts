import type { EntityManager } from '@mikro-orm/sql';
import { newId } from '../../database/new-id.js';
import type { Claim } from './claim.js';
import { isFree, type Sql } from './free-groups.js';
import { lockCandidates } from './lock-candidates.js';
import { markTaken } from './mark-taken.js';
import { nextPrograms } from './next-programs.js';
import { reportsOn } from './reports-on.js';
import type { ClaimServer } from './serve-claims.js';
import type { Candidate, ServingProgram, Taken } from './taken.js';

/** What came of claims that want the same. */
export interface TakenTogether {
  readonly taken: Taken[];
  /** Claims that got nothing. */
  readonly left: Claim[];
  /** Whether they got nothing because there is nothing. */
  readonly exhausted: boolean;
}

interface Turn {
  readonly now: Date;
  /** Whether the transaction serves this one claim only: one that wants what nobody beside it wants is not alone. */
  readonly alone: boolean;
  /** Free groups that are locked already, instead of a search. */
  readonly held?: Candidate[];
}

/**
 * Takes groups for claims that want the same, as if they came one after the other: each from the program that was served
 * longest ago. They wait for nobody: what another transaction holds at this moment may leave some of them without a
 * group, and so may what a donor has reported, which only a claim alone looks past.
 */
export async function takeGroups(
  em: EntityManager,
  server: ClaimServer,
  claims: readonly [Claim, ...Claim[]],
  { now, alone, held }: Turn,
): Promise<TakenTogether> {
  const [{ kind, addressHash }] = claims;
  const free = isFree(kind, now, alone ? addressHash : undefined);
  const search = { em, server, free, now, alone };
  const taken: Taken[] = [];
  for (let left: Claim[] = [...claims]; ; ) {
    if (left.length === 0) return { taken, left, exhausted: false };
    const candidates = held ?? (await findCandidates(search, claims[0], left.length));
    if (candidates === undefined || held?.length === 0) return { taken, left, exhausted: true };
    const round = await assign(em, left, candidates, now);
    if (round.length === 0) return { taken, left, exhausted: false };
    await markTaken(em, round, now);
    taken.push(...round);
    left = left.filter((claim) => !round.some((one) => one.claim === claim));
  }
}

interface Search extends Turn {
  readonly em: EntityManager;
  readonly server: ClaimServer;
  readonly free: Sql;
}

/** Locks free groups that nobody else holds; undefined when there is none at all. */
async function findCandidates(search: Search, filter: Claim, most: number): Promise<Candidate[] | undefined> {
  const programs = await programsFor(search, filter, most);
  if (programs.length === 0) return undefined;
  return lockCandidates(search.em, programs, most, search.free, 'skip locked');
}

/** What one donor has reported is nothing to remember for the others. */
function programsFor(
  { em, server, free, now, alone }: Search,
  filter: Claim,
  most: number,
): Promise<ServingProgram[]> {
  const find = (amount: number, among?: readonly string[]) =>
    nextPrograms(em, filter, free, { most: amount, limits: server.config.limits, ...(among && { among }) });
  return alone ? find(most) : server.work.next(filter.requested, now, most, find);
}

/** Gives each claim the first candidate that its donor has not reported. */
async function assign(em: EntityManager, claims: readonly Claim[], candidates: Candidate[], now: Date) {
  const reports = await reportsOn(em, claims, candidates);
  const free = [...candidates];
  return claims.flatMap((claim): Taken[] => {
    const at = free.findIndex(({ id }) => !reports.has(`${id} ${claim.addressHash}`));
    const [candidate] = at < 0 ? [] : free.splice(at, 1);
    if (candidate === undefined) return [];
    const expiresAt = new Date(now.getTime() + candidate.program.leaseSeconds * 1000);
    return [{ claim, candidate, reservationId: newId(now), expiresAt }];
  });
}
