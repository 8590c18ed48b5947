import type { EntityManager } from '@mikro-orm/sql';
import { newId } from '../../database/new-id.js';
import type { Claim } from './claim.js';
import { isFree } from './free-groups.js';
import { lockCandidates } from './lock-candidates.js';
import { markTaken } from './mark-taken.js';
import { nextPrograms } from './next-programs.js';
import { reportsOn } from './reports-on.js';
import type { Candidate, Taken } from './taken.js';

/** What came of claims that want the same. */
export interface TakenTogether {
  readonly taken: Taken[];
  /** Claims that got nothing. */
  readonly left: Claim[];
  /** Whether they got nothing because there is nothing. */
  readonly exhausted: boolean;
}

/**
 * Takes groups for claims that want the same, as if they came one after the other: each from the program that was served
 * longest ago. Claims that are served together wait for nobody: what another transaction holds at this moment, or a donor
 * has reported, may leave some of them without a group. A claim alone looks past both until it has one or there is none.
 * @param alone - whether the transaction serves this one claim only: one that wants what nobody beside it wants is not alone.
 */
export async function takeGroups(
  em: EntityManager,
  claims: readonly [Claim, ...Claim[]],
  now: Date,
  alone: boolean,
): Promise<TakenTogether> {
  const [{ kind, addressHash }] = claims;
  const free = isFree(kind, now, alone ? addressHash : undefined);
  const taken: Taken[] = [];
  for (let left: Claim[] = [...claims]; ; ) {
    const programs = await nextPrograms(em, claims[0], free, left.length);
    if (left.length === 0 || programs.length === 0) return { taken, left, exhausted: programs.length === 0 };
    const candidates = await lockCandidates(em, programs, left.length, free, alone);
    const round = await assign(em, left, candidates, now);
    if (round.length === 0 && !alone) return { taken, left, exhausted: false };
    await markTaken(em, round, now);
    taken.push(...round);
    left = left.filter((claim) => !round.some((one) => one.claim === claim));
  }
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
