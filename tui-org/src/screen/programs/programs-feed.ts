import { setTimeout as pause } from 'node:timers/promises';
import { LOADING, type Loaded, loadInto, ValueStore } from '@cairn/tui-kit/screen';
import type { Workplace } from '../../cli/workplace.js';
import { type OwnProgram, ownPrograms } from '../../programs/find-program.js';
import type { LiveFeed } from '../live/live-feed.js';
import { problemOf } from '../problem-of.js';

/** The least time between two questions, in milliseconds: news may come in by the hundred. */
const BETWEEN_MS = 1000;
/** How often it asks while somebody looks, for what no subscription tells: reservations and executions. */
const LOOK_EVERY_MS = 5000;

/** The organization's programs and the states of their input groups, asked for anew whenever a proof comes in. */
export class ProgramsFeed {
  readonly programs = new ValueStore<Loaded<readonly OwnProgram[]>>(LOADING);
  #asking: Promise<void> | undefined;
  #isWanted = false;
  #onlookers = 0;

  constructor(
    private readonly place: Pick<Workplace, 'server' | 'signal'>,
    live: Pick<LiveFeed, 'follow'>,
  ) {
    live.follow(() => {
      if (this.#onlookers > 0) void this.refresh();
    });
  }

  /** Asks the server, once for all who want it at the same time. @returns when it has answered or failed */
  refresh(): Promise<void> {
    this.#isWanted = true;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** Keeps the programs fresh as long as somebody looks at them. @returns what ends it */
  watch(): () => void {
    this.#onlookers += 1;
    void this.refresh();
    const timer = setInterval(() => void this.refresh(), LOOK_EVERY_MS);
    return () => {
      this.#onlookers -= 1;
      clearInterval(timer);
    };
  }

  async #ask(): Promise<void> {
    const { server, signal } = this.place;
    while (this.#isWanted && !signal.aborted) {
      this.#isWanted = false;
      const ask = (): Promise<OwnProgram[]> =>
        ownPrograms(server).catch((error: unknown) => {
          throw new Error(problemOf(error), { cause: error });
        });
      await loadInto(this.programs, ask, signal);
      if (this.#isWanted) await pause(BETWEEN_MS, undefined, { signal }).catch(() => {});
    }
  }
}
