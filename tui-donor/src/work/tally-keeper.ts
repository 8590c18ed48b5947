import type { Tally } from '../events/donor-event.js';
import type { Outcome } from './piece-of-work.js';

/** Counts how pieces of work ended. */
export class TallyKeeper {
  readonly #counts = new Map<Outcome, number>();
  readonly #since = performance.now();

  note(outcome: Outcome): void {
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
  }

  /** What counts as done: accepted proofs and executions. */
  get done(): number {
    return this.#of('proven') + this.#of('executed');
  }

  get tally(): Tally {
    const others = [...this.#counts].filter(([outcome]) => outcome !== 'proven' && outcome !== 'executed');
    return {
      proofs: this.#of('proven'),
      executions: this.#of('executed'),
      others: Object.fromEntries(others),
      seconds: Math.round((performance.now() - this.#since) / 100) / 10,
    };
  }

  #of(outcome: Outcome): number {
    return this.#counts.get(outcome) ?? 0;
  }
}
