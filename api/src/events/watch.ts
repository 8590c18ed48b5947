/** One subscriber's wait for changes. However many come while it is busy, it hears of them once. */
export class Watch implements AsyncIterableIterator<undefined> {
  #changed = false;
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(
    /** So long it waits at most: the news may have been lost. */
    private readonly patienceMs: number,
    private readonly onEnd: (watch: Watch) => void,
  ) {}

  /** There is something new to read. */
  changed(): void {
    this.#changed = true;
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<undefined>> {
    if (!this.#changed && !this.#ended) await this.#news();
    this.#changed = false;
    return this.#ended ? { done: true, value: undefined } : { done: false, value: undefined };
  }

  async return(): Promise<IteratorResult<undefined>> {
    this.#ended = true;
    this.#wake?.();
    this.onEnd(this);
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #news(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, this.patienceMs);
    this.#wake = resolve;
    await promise;
    clearTimeout(timer);
    this.#wake = undefined;
  }
}
