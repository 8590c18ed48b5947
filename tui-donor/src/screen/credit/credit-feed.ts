import { ValueStore } from '@cairn/tui-kit/screen';
import type { Credit } from '../../credit/credit.js';
import type { Standing } from '../../credit/credit-api.js';
import type { HistoryFeed } from '../history/history-feed.js';

/** How the donor stands on the leaderboard: asked again when what it has finished stands otherwise than before. */
export class CreditFeed {
  /** Undefined while nobody can say. */
  readonly standing = new ValueStore<Standing | undefined>(undefined);
  readonly #closing = new AbortController();
  readonly #unfollow: () => void;
  #seen = '';
  #asking: Promise<void> | undefined;
  #isStale = false;

  constructor(
    private readonly credit: Pick<Credit, 'standing' | 'sync'>,
    history: Pick<HistoryFeed, 'pieces'>,
  ) {
    this.#unfollow = history.pieces.subscribe(() => {
      const seen = history.pieces.get().map(({ verdict }) => verdict.state);
      if (seen.join() === this.#seen) return;
      this.#seen = seen.join();
      void this.refresh();
    });
  }

  /** Asks how the donor stands, and fetches the receipts that there are; what cannot be asked stays as it was. */
  refresh(): Promise<void> {
    this.#isStale = true;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  close(): void {
    this.#unfollow();
    this.#closing.abort();
  }

  /** Whatever happens while it asks is asked about once more. */
  async #ask(): Promise<void> {
    const { signal } = this.#closing;
    while (this.#isStale && !signal.aborted) {
      this.#isStale = false;
      try {
        this.standing.set((await this.credit.standing(signal)) ?? this.standing.get());
        await this.credit.sync(signal);
      } catch {
        // The status line tells whether the server is there.
      }
    }
  }
}
