import type { Credit } from '../credit/credit.js';
import type { EventListener, WorkNames } from '../events/donor-event.js';
import type { GovernedProver } from '../governor/governed-prover.js';
import type { Governor } from '../governor/governor.js';
import type { Limits } from '../governor/limits.js';
import type { Selection } from '../selection/selection.js';
import type { DonorApi } from '../server/donor-api.js';
import type { WorkStore } from '../store/work-store.js';
import type { ReservedPiece } from './piece-of-work.js';

/** What every step of the work has at hand. */
export interface Workbench {
  readonly api: DonorApi;
  readonly store: WorkStore;
  /** Who gets the credit; nobody without it. */
  readonly credit?: Credit;
  /** Those of now: with the settings, and with what memory is free, they change. */
  readonly limits: Limits;
  /** Whom to work for, and whom not; it may change while the donor works. */
  readonly selection: Selection;
  /** Calls when that may have changed. @returns what ends it */
  readonly onSelection: (listener: () => void) => () => void;
  /** Does what there is to execute, to prove and to verify. */
  readonly prover: GovernedProver;
  /** Says when, and how fast. */
  readonly governor: Governor;
  readonly dataDir: string;
  /** Entries that are asked of the server in one request, of a list that is read whole. */
  readonly maxPageSize: number;
  /** The largest execution that the server takes, in bytes. */
  readonly maxExecutionBytes: number;
  readonly emit: EventListener;
}

/** The names under which events tell of a piece of work. */
export function namesOf(piece: ReservedPiece): WorkNames {
  const { inputGroup } = piece.reservation;
  return { inputGroupId: inputGroup.id, inputGroup: inputGroup.name, program: inputGroup.program.name };
}
