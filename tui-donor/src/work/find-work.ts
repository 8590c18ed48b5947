import { randomBytes } from 'node:crypto';
import type { WorkKind } from '@cairn/shared-schema/donor';
import { isRefusal } from '@cairn/tui-kit';
import { type Aim, aimsOf } from '../selection/aims-of.js';
import { stillGivenUp } from '../store/given-up.js';
import { askForWork } from './ask-for-work.js';
import { giveBack } from './give-back.js';
import type { KindPatience } from './kind-patience.js';
import { kindsOf, type Mode } from './mode.js';
import type { ReservedPiece, WorkRequest } from './piece-of-work.js';
import { programsWithWork } from './programs-with-work.js';
import { unfit } from './unfit.js';
import type { Workbench } from './workbench.js';

/** What the donor chose to work for in this run. */
export interface WorkChoice {
  readonly mode: Mode;
  readonly programId?: string;
  readonly organizationId?: string;
}

/** After so many pieces in a row that do not fit, there is no point in asking on. */
const MOST_DECLINED_IN_A_ROW = 20;

/**
 * Reserves a piece of work that fits this donor, of whom it wants to work for most: each time from the top of the list.
 * @returns undefined where there is none now
 */
export async function findWork(
  bench: Workbench,
  choice: WorkChoice,
  patience: KindPatience,
  signal: AbortSignal,
): Promise<ReservedPiece | undefined> {
  for (const aim of aimsOf(choice, bench.selection)) {
    for (const kind of kindsOf(choice.mode)) {
      if (patience.isPaused(kind, aim)) continue;
      for await (const request of requestsFor(bench, aim, kind, signal)) {
        const piece = await reserveFitting(bench, request, () => patience.pause(kind, aim), signal).catch(
          unlessGone(aim),
        );
        if (piece !== undefined) return piece;
      }
    }
  }
  return undefined;
}

/** What stands in the donor's list may have been deleted since; what was named for this run is to be there. */
function unlessGone({ isPreferred }: Aim): (error: unknown) => undefined {
  return (error) => {
    if (isPreferred && isRefusal(error, 'PROGRAM_NOT_FOUND', 'ACCOUNT_NOT_FOUND')) return undefined;
    throw error;
  };
}

/**
 * Where nothing was given up or blocked, the server chooses among all programs, fairly. Otherwise each program that may be
 * worked for is asked for by itself.
 */
async function* requestsFor(
  bench: Workbench,
  { programId: wanted, organizationId }: Aim,
  kind: WorkKind,
  signal: AbortSignal,
): AsyncGenerator<WorkRequest> {
  const request = organizationId === undefined ? { kind } : { kind, organizationId };
  const { programs, organizations } = avoidedBy(bench);
  if (organizationId !== undefined && organizations.has(organizationId)) return;
  if (wanted !== undefined) {
    if (!programs.has(wanted)) yield { ...request, programId: wanted };
  } else if (programs.size + organizations.size === 0) {
    yield request;
  } else {
    const found = programsWithWork(bench.api, kind, organizationId, bench.maxPageSize, signal);
    for await (const { id, organization } of found) {
      if (!programs.has(id) && !organizations.has(organization.id)) yield { ...request, programId: id };
    }
  }
}

/** The ids of those for whom the donor does not work. */
function avoidedBy({ store, limits, selection: { blocked } }: Workbench) {
  const givenUp = store
    .givenUp()
    .filter((given) => given.subject === 'program' && stillGivenUp(given, limits))
    .map(({ id }) => id);
  const idsOf = (kind: string) => blocked.filter((target) => target.kind === kind).map(({ id }) => id);
  return {
    programs: new Set([...givenUp, ...idsOf('program')]),
    organizations: new Set(idsOf('organization')),
  };
}

/** Asks until a piece fits; what does not is given back at once, and ends the search when it comes a second time. */
async function reserveFitting(
  bench: Workbench,
  request: WorkRequest,
  giveUp: () => void,
  signal: AbortSignal,
): Promise<ReservedPiece | undefined> {
  const seen = new Set<string>();
  while (seen.size < MOST_DECLINED_IN_A_ROW) {
    const clientKey = randomBytes(24).toString('base64url');
    const asked = { clientKey, serverUrl: bench.api.address.url, request };
    const piece = await askForWork(bench, asked, signal);
    if (piece === undefined) return undefined;
    const problem = unfit(piece, bench, bench.store.givenUp());
    if (problem === undefined) return piece;
    const isNew = !seen.has(piece.reservation.inputGroup.id);
    await giveBack(bench, piece, isNew ? problem : undefined);
    if (!isNew) break;
    seen.add(piece.reservation.inputGroup.id);
  }
  giveUp();
  return undefined;
}
