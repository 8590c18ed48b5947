import { type Events, type Followed, topicOf } from './events.js';
import { Watch } from './watch.js';

/**
 * What a process does between commit and news is lost when it is killed, and other processes may have done it: who
 * follows something looks again after so long.
 */
const PATIENCE_MS = 30_000;

/** Events within one process. */
export class LocalEvents implements Events {
  readonly #watches = new Map<string, Set<Watch>>();

  constructor(private readonly patienceMs = PATIENCE_MS) {}

  changed(what: Followed, id: string): void {
    this.topicChanged(topicOf(what, id));
  }

  watch(what: Followed, id: string): Watch {
    const topic = topicOf(what, id);
    const watches = this.#watches.get(topic) ?? new Set();
    const watch = new Watch(this.patienceMs, () => {
      watches.delete(watch);
      if (watches.size === 0) this.#watches.delete(topic);
    });
    this.#watches.set(topic, watches.add(watch));
    return watch;
  }

  topicChanged(topic: string): void {
    for (const watch of this.#watches.get(topic) ?? []) watch.changed();
  }

  /** News may have been lost: everybody reads again. */
  everythingChanged(): void {
    for (const topic of this.#watches.keys()) this.topicChanged(topic);
  }

  /** How many things are followed. */
  get size(): number {
    return this.#watches.size;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
