import { ValueStore } from '@cairn/tui-kit/screen';
import type { Workplace } from '../../cli/workplace.js';
import { EvidenceFiles } from '../../proofs/evidence-files.js';
import type { InboxRow } from '../../proofs/inbox-row.js';
import { type JudgedProof, judgeProofs } from '../../proofs/judge-proofs.js';
import { quietPlace } from '../desk/quiet-place.js';
import { problemOf } from '../problem-of.js';

/** How far a verification is, or how it ended. */
export interface Verification {
  readonly total: number;
  readonly valid: number;
  readonly invalid: number;
  /** Could not be judged. */
  readonly open: number;
  /** Milliseconds since 1970. */
  readonly beganAt: number;
  /** When it ended; undefined while it runs. */
  readonly endedAt?: number;
  readonly stopped?: boolean;
  readonly problem?: string;
}

/** The least time between two states that are told while it runs, in milliseconds. */
const TELL_EVERY_MS = 200;

/** Verifies proofs on every core, one list after the other. What is done is remembered: stopped, it can go on later. */
export class Verifier {
  readonly state = new ValueStore<Verification | undefined>(undefined);
  #stopping = new AbortController();

  constructor(
    private readonly place: Workplace,
    private readonly onJudged: (one: JudgedProof) => void,
  ) {}

  get isRunning(): boolean {
    const state = this.state.get();
    return state !== undefined && state.endedAt === undefined;
  }

  /**
   * Verifies these proofs. Nothing is begun while a verification is under way.
   * @param again also those that have a verdict
   * @returns what came of those that were judged, when it has ended; it never throws
   */
  async verify(rows: readonly InboxRow[], again = false): Promise<JudgedProof[]> {
    if (this.isRunning || rows.length === 0) return [];
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    const place = quietPlace(this.place, { signal: AbortSignal.any([this.place.signal, signal]) });
    const began = { total: rows.length, beganAt: Date.now() };
    const judged: JudgedProof[] = [];
    const tell = (end: Partial<Verification> = {}): void =>
      this.state.set({ ...began, ...count(judged), ...end });
    const onJudged = (one: JudgedProof): void => {
      judged.push(one);
      this.onJudged(one);
    };
    tell();
    // Hundreds a second come: who draws each takes the processor from the verification.
    const timer = setInterval(() => tell(), TELL_EVERY_MS);
    try {
      await judgeProofs(place, rows, { files: new EvidenceFiles(place), again, onJudged });
      tell({ endedAt: Date.now() });
    } catch (error) {
      const how = signal.aborted ? { stopped: true } : { problem: problemOf(error) };
      tell({ endedAt: Date.now(), ...how });
    } finally {
      clearInterval(timer);
    }
    return judged;
  }

  /** Stops what is under way, within a moment. What was found out by then stays. */
  stop(): void {
    this.#stopping.abort();
  }
}

function count(judged: readonly JudgedProof[]): Pick<Verification, 'valid' | 'invalid' | 'open'> {
  const valid = judged.filter(({ verdict }) => verdict?.valid === true).length;
  const open = judged.filter(({ verdict }) => verdict === undefined).length;
  return { valid, invalid: judged.length - valid - open, open };
}
