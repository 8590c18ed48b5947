import { setTimeout as delay } from 'node:timers/promises';

/** Tasks that may outlast whoever asked for them: a server that stops waits a while for them. */
export class UnderWay {
  readonly #tasks = new Set<Promise<void>>();

  /** Counts a task until it ends; what comes of it is the caller's. */
  add<T>(task: Promise<T>): Promise<T> {
    const over: Promise<void> = task
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => this.#tasks.delete(over));
    this.#tasks.add(over);
    return task;
  }

  /** Waits until those that are under way now have ended, and for so many seconds at most. */
  async ended(seconds: number): Promise<void> {
    const late = new AbortController();
    await Promise.race([
      Promise.all(this.#tasks),
      delay(seconds * 1000, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
  }
}
