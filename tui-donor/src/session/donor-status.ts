import type { WorkNames } from '../events/donor-event.js';
import type { PauseReason } from '../governor/decision/decide.js';
import type { Mode } from '../work/mode.js';

/** The piece of work that a donor has in hand. */
export interface WorkInHand extends WorkNames {
  readonly command: 'execute' | 'prove' | 'verify' | null;
  readonly phase: string | null;
  /** How much of the command is done, 0 to 1; null where nobody can know. */
  readonly fraction: number | null;
  /** Seconds that are left; null where nobody can know. */
  readonly remaining: number | null;
}

/** How a running donor stands, for people and for programs. Times are ISO 8601, sizes bytes. */
export interface DonorStatus {
  readonly pid: number;
  readonly startedAt: string;
  readonly server: string;
  readonly mode: Mode;
  readonly dataDir: string;
  /** `connecting` until the server has answered. */
  readonly state: 'connecting' | 'working' | 'waiting' | 'paused' | 'ended';
  /** Why it is paused; empty when it is not. */
  readonly reasons: readonly PauseReason[];
  /** Whether it ends after the piece of work in hand. */
  readonly isFinishing: boolean;
  /** Whether the machine counts as idle. */
  readonly isIdle: boolean;
  /** CPUs that the work may use now, while it is not paused. */
  readonly cpus: number;
  /** CPUs that the person allows for the moment, in place of the settings'; null where nobody said so. */
  readonly cap: number | null;
  readonly maxMemory: number | null;
  readonly work: WorkInHand | null;
  readonly proofs: number;
  readonly executions: number;
  /** Why the last request to the server failed, while it is sent again. */
  readonly trouble: string | null;
}
