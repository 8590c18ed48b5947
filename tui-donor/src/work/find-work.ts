import { randomBytes } from 'node:crypto';
import type { WorkKind } from '@cairn/shared-schema/donor';
import { stillGivenUp } from '../store/given-up.js';
import { askForWork } from './ask-for-work.js';
import type { KindPatience } from './kind-patience.js';
import { kindsOf, type Mode } from './mode.js';
import type { ReservedPiece, WorkRequest } from './piece-of-work.js';
import { programsWithWork } from './programs-with-work.js';
import { unfit } from './unfit.js';
import { namesOf, type Workbench } from './workbench.js';

/** What the donor chose to work for. */
export interface WorkChoice {
  readonly mode: Mode;
  readonly programId?: string;
  readonly organizationId?: string;
}

/** After so many pieces in a row that do not fit, there is no point in asking on. */
const MOST_DECLINED_IN_A_ROW = 20;

/**
 * Reserves a piece of work that fits this donor.
 * @returns undefined where there is none now
 */
export async function findWork(
  bench: Workbench,
  choice: WorkChoice,
  patience: KindPatience,
  signal: AbortSignal,
): Promise<ReservedPiece | undefined> {
  for (const kind of kindsOf(choice.mode)) {
    if (patience.isPaused(kind)) continue;
    for await (const request of requestsFor(bench, choice, kind, signal)) {
      const piece = await reserveFitting(bench, request, patience, signal);
      if (piece !== undefined) return piece;
    }
  }
  return undefined;
}

/**
 * Where nothing was given up, the server chooses among all programs, fairly. Otherwise each program that was not given
 * up is asked for by itself.
 */
async function* requestsFor(
  bench: Workbench,
  choice: WorkChoice,
  kind: WorkKind,
  signal: AbortSignal,
): AsyncGenerator<WorkRequest> {
  const { programId: wanted, organizationId } = choice;
  const request = organizationId === undefined ? { kind } : { kind, organizationId };
  const programs = bench.store
    .givenUp()
    .filter((given) => given.subject === 'program' && stillGivenUp(given, bench.limits));
  const avoided = new Set(programs.map(({ id }) => id));
  if (wanted !== undefined) {
    if (!avoided.has(wanted)) yield { ...request, programId: wanted };
  } else if (avoided.size === 0) {
    yield request;
  } else {
    for await (const programId of programsWithWork(bench.api, kind, organizationId, signal)) {
      if (!avoided.has(programId)) yield { ...request, programId };
    }
  }
}

/** Asks until a piece fits; what does not is given back at once, and ends the search when it comes a second time. */
async function reserveFitting(
  bench: Workbench,
  request: WorkRequest,
  patience: KindPatience,
  signal: AbortSignal,
): Promise<ReservedPiece | undefined> {
  const seen = new Set<string>();
  while (seen.size < MOST_DECLINED_IN_A_ROW) {
    const clientKey = randomBytes(24).toString('base64url');
    const asked = { clientKey, serverUrl: bench.api.address.url, request };
    const piece = await askForWork(bench, asked, signal);
    if (piece === undefined) return undefined;
    const { reservation } = piece;
    const problem = unfit(reservation, bench.limits, bench.store.givenUp());
    if (problem === undefined) return piece;
    await bench.api.release(reservation.token, 5000).catch(() => {});
    bench.store.finish(clientKey, 'declined');
    const groupId = reservation.inputGroup.id;
    if (seen.has(groupId)) break;
    seen.add(groupId);
    if (problem.code !== 'GIVEN_UP') bench.emit({ event: 'declined', why: problem.why, ...namesOf(piece) });
  }
  patience.pause(request.kind);
  return undefined;
}
