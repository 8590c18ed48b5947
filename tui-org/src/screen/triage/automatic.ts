import { ValueStore } from '@cairn/tui-kit/screen';
import type { DecisionQueue } from '../../decisions/decision-queue.js';
import type { InboxRow } from '../../proofs/inbox-row.js';
import { isBeyondDoubt } from '../../proofs/is-beyond-doubt.js';
import type { InboxFeed } from './inbox-feed.js';
import type { Verifier } from './verifier.js';

/** What the automatic mode works with. */
export interface AutomaticParts {
  readonly feed: InboxFeed;
  readonly verifier: Verifier;
  readonly queue: DecisionQueue;
  /** Hears why it has ended by itself. */
  readonly onProblem: (error: unknown) => void;
}

/** Proofs that it verifies before it confirms what was found valid. */
const AT_ONCE = 500;

/** Verifies what waits, and confirms what is beyond doubt, as long as it is on. All else is left for a person. */
export class Automatic {
  readonly isOn = new ValueStore(false);
  readonly #parts: AutomaticParts;
  /** What it has seen to: a proof that a person takes back is not confirmed again. */
  readonly #seen = new Set<string>();
  #isWorking = false;

  constructor(parts: AutomaticParts) {
    this.#parts = parts;
    parts.feed.inbox.subscribe(() => void this.#work());
    parts.verifier.state.subscribe(() => void this.#work());
  }

  start(): void {
    this.#seen.clear();
    this.isOn.set(true);
    void this.#work();
  }

  stop(): void {
    this.isOn.set(false);
  }

  async #work(): Promise<void> {
    const { feed, verifier, queue } = this.#parts;
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      while (this.isOn.get() && !verifier.isRunning) {
        const rows = this.#open(feed.inState('SUBMITTED'));
        if (rows.length === 0) return;
        for (const { proof } of rows) this.#seen.add(proof.id);
        const judged = await verifier.verify(rows);
        if (verifier.state.get()?.stopped === true) this.stop();
        const sure = judged.filter(isBeyondDoubt).map(({ proof }) => proof.id);
        // Those that were judged before it was stopped are confirmed all the same: it was on then.
        if (sure.length > 0) await queue.add({ kind: 'confirm', keepProof: false }, sure);
      }
    } catch (error) {
      this.stop();
      this.#parts.onProblem(error);
    } finally {
      this.#isWorking = false;
    }
  }

  #open(rows: readonly InboxRow[]): InboxRow[] {
    const held = new Set(this.#parts.queue.held.get().flatMap(({ decision }) => decision.proofIds));
    const isOpen = ({ proof }: InboxRow): boolean => !this.#seen.has(proof.id) && !held.has(proof.id);
    return rows.filter(isOpen).slice(0, AT_ONCE);
  }
}
