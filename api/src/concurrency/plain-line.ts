import type { Line } from './shared-work.js';

/** First come, first served, so many at once. */
export class PlainLine<Entry> implements Line<Entry> {
  readonly #entries: Entry[] = [];

  constructor(private readonly atOnce: number) {}

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
  }

  takeBatch(): Entry[] {
    return this.#entries.splice(0, this.atOnce);
  }
}
