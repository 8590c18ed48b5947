import type { WatchOptions } from '../options.js';
import { GroupChild } from './group-child.js';
import type { Stop } from './stop.js';
import { TimeLimit } from './time-limit.js';

/** Puts work under its caller's control: signal, time limit, handle. To be ended with the work. */
export class Supervision {
  readonly #limit: TimeLimit | undefined;
  readonly #cancel = () => this.stop.now({ kind: 'cancelled' });

  constructor(
    private readonly options: WatchOptions,
    private readonly stop: Stop,
  ) {
    const { signal, timeoutSeconds: seconds } = options;
    if (seconds !== undefined)
      this.#limit = new TimeLimit(seconds, () => stop.now({ kind: 'timeout', seconds }));
    if (signal?.aborted) this.#cancel();
    signal?.addEventListener('abort', this.#cancel, { once: true });
  }

  /** The time runs from here on, and the caller gets a handle. To be left once the child is no longer at this work. */
  attach(pid: number): GroupChild {
    const child = new GroupChild(pid, this.#limit);
    // A stopped child has to go on, or it would not see that it is asked to end.
    this.stop.signal.addEventListener('abort', () => child.continue(), { once: true });
    this.#limit?.run();
    try {
      this.options.onSpawn?.(child);
    } catch (error) {
      this.stop.now({ kind: 'thrown', error });
    }
    return child;
  }

  end(): void {
    this.options.signal?.removeEventListener('abort', this.#cancel);
    this.#limit?.pause();
  }
}
