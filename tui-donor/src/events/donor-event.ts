import type { Phase } from '@cairn/prover';
import type { WorkKind } from '@cairn/shared-schema/donor';
import type { PauseReason } from '../governor/decision/decide.js';
import type { PauseCode } from '../governor/rules/rule.js';
import type { Decisions } from '../selection/rejects-text.js';
import type { Mode } from '../work/mode.js';
import type { Outcome } from '../work/piece-of-work.js';

/** Which piece of work an event is about. */
export interface WorkNames {
  readonly inputGroupId: string;
  readonly inputGroup: string;
  readonly program: string;
}

/** Counts at the end of a run. */
export interface Tally {
  /** Proofs that the server accepted. */
  readonly proofs: number;
  /** Executions that the server accepted for others to prove. */
  readonly executions: number;
  /** Pieces of work that came to nothing, by how they ended. */
  readonly others: Partial<Record<Outcome, number>>;
  readonly seconds: number;
}

/** A setting that is another than before. */
export interface SettingChange {
  readonly key: string;
  /** As it would be written. */
  readonly value: string;
  /** Where it comes from: `--cpus`, `executor_cpus in the saved settings`, `the default`. */
  readonly from: string;
}

/** What the work loop tells: a screen follows it, and `cairn-donor run --json` prints it line by line. Sizes are bytes. */
export type DonorEvent =
  /** The loop begins. */
  | {
      readonly event: 'started';
      readonly server: string;
      readonly mode: Mode;
      readonly cpus: number;
      readonly threads: number;
      /** Null for no limit but the machine's. */
      readonly maxMemory: number | null;
      readonly dataDir: string;
    }
  /** Work of an earlier run goes on; `have` is what was finished. */
  | ({ readonly event: 'resumed'; readonly have: 'nothing' | 'execution' | 'proof' } & WorkNames)
  /** The server gave us an input group until `expiresAt`. */
  | ({
      readonly event: 'reserved';
      readonly kind: WorkKind;
      readonly programId: string;
      readonly organization: string;
      /** How the organization has decided about proofs so far. */
      readonly decisions: Decisions | null;
      readonly expiresAt: string;
    } & WorkNames)
  /** The prover began a phase; `seconds` since its command began. */
  | ({
      readonly event: 'phase';
      readonly command: 'execute' | 'prove' | 'verify';
      readonly phase: Phase;
      readonly seconds: number;
    } & WorkNames)
  /**
   * How far the prover is in a phase, twice a second: the fraction of the whole that is done and the seconds that are left,
   * null where nobody can know. An execution tells the steps that it has done.
   */
  | ({
      readonly event: 'progress';
      readonly command: 'execute' | 'prove' | 'verify';
      readonly phase: Phase;
      readonly fraction: number | null;
      readonly remaining: number | null;
      readonly seconds: number;
      readonly steps?: number | undefined;
    } & WorkNames)
  /** The prover died at a command, which begins anew in a fresh one. */
  | ({
      readonly event: 'restarted';
      readonly command: 'execute' | 'prove' | 'verify';
      readonly why: string;
    } & WorkNames)
  /** The program printed something. */
  | ({ readonly event: 'print'; readonly text: string } & WorkNames)
  /** The program ran to its end. */
  | ({
      readonly event: 'executed';
      readonly steps: number;
      readonly seconds: number;
      readonly bytes: number;
      readonly proveMemory: number;
      /** Seconds that a proof takes here at full speed, with its tables made anew. */
      readonly proveSeconds: number;
      readonly tier: string;
    } & WorkNames)
  /** The server has the execution; `final` when that was all we were to do. */
  | ({ readonly event: 'execution-accepted'; readonly final: boolean } & WorkNames)
  /** The server did not take the execution, which was only a checkpoint: the work goes on. */
  | ({ readonly event: 'checkpoint-skipped'; readonly why: string } & WorkNames)
  /** The proof is made and verified here. */
  | ({
      readonly event: 'proved';
      readonly steps: number;
      readonly seconds: number;
      readonly bytes: number;
      readonly provenRows: number;
      readonly peakMemory: number;
      readonly tier: string;
      readonly sha256: string;
    } & WorkNames)
  /** The server verified and accepted the proof. */
  | ({ readonly event: 'proof-accepted'; readonly proofId: string } & WorkNames)
  /** The program cannot be run or proven; `reported` to the server, and not taken again. */
  | ({
      readonly event: 'failed';
      readonly code: string;
      readonly message: string;
      readonly reported: boolean;
    } & WorkNames)
  /** Given back, for a larger donor. */
  | ({ readonly event: 'declined'; readonly why: string } & WorkNames)
  /** Another valid proof was there first; nothing is wrong with ours. */
  | ({ readonly event: 'superseded' } & WorkNames)
  /** The server did not take what we made, and why. */
  | ({ readonly event: 'refused'; readonly code: string; readonly why: string } & WorkNames)
  /** The lease ended while we worked; `goesOn` when the work does not end with it. */
  | ({ readonly event: 'lease-lost'; readonly why: string; readonly goesOn: boolean } & WorkNames)
  /** The group or its program was deleted or given up while we worked. */
  | ({ readonly event: 'cancelled' } & WorkNames)
  /** Given back on the way out. */
  | ({ readonly event: 'released' } & WorkNames)
  /** A request failed for a passing reason and is sent again. */
  | { readonly event: 'retrying'; readonly what: string; readonly why: string; readonly delaySeconds: number }
  /** There is nothing to do now; asks again after `seconds`. */
  | { readonly event: 'waiting'; readonly seconds: number }
  /** The governor pauses the work, or it is paused for other reasons than before; `code` and `why` are of the first of them. */
  | {
      readonly event: 'paused';
      readonly code: PauseCode;
      readonly why: string;
      readonly reasons: readonly PauseReason[];
    }
  /** The work goes on after a pause of so many seconds. */
  | { readonly event: 'continued'; readonly seconds: number }
  /** The work may use another number of CPUs: the machine is in use, idle, or the settings were changed. */
  | { readonly event: 'allowed'; readonly isIdle: boolean; readonly cpus: number }
  /** The settings were changed while it runs. */
  | { readonly event: 'configured'; readonly changes: readonly SettingChange[] }
  /** Work of an earlier run for another server stays as it is. */
  | { readonly event: 'left-alone'; readonly pieces: number; readonly servers: readonly string[] }
  /** Others can read the donor's key, and its file system does not let that be changed. */
  | { readonly event: 'key-unprotected'; readonly file: string }
  /** The loop ends. */
  | ({
      readonly event: 'stopped';
      readonly why: 'count' | 'no-work-left' | 'finished' | 'interrupted' | 'error';
    } & Tally);

/** Hears what happens. It must not throw. */
export type EventListener = (event: DonorEvent) => void;
