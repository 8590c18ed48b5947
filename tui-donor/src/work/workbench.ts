import type { ProverWorker } from '@cairn/prover';
import type { EventListener, WorkNames } from '../events/donor-event.js';
import type { Limits } from '../governor/governor.js';
import type { DonorApi } from '../server/donor-api.js';
import type { WorkStore } from '../store/work-store.js';
import type { ReservedPiece } from './piece-of-work.js';

/** What every step of the work has at hand. */
export interface Workbench {
  readonly api: DonorApi;
  readonly store: WorkStore;
  readonly limits: Limits;
  /** Does what there is to execute, to prove and to verify. */
  readonly worker: ProverWorker;
  readonly dataDir: string;
  /** The largest execution that the server takes, in bytes. */
  readonly maxExecutionBytes: number;
  readonly emit: EventListener;
}

/** The names under which events tell of a piece of work. */
export function namesOf(piece: ReservedPiece): WorkNames {
  const { inputGroup } = piece.reservation;
  return { inputGroupId: inputGroup.id, inputGroup: inputGroup.name, program: inputGroup.program.name };
}
