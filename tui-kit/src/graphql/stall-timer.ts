/**
 * Aborts when nothing moved for a while: a large file may take an hour, but not a minute without a byte.
 * Call `touch` at each sign of life and `stop` at the end.
 */
export class StallTimer {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;

  /** @param limitMs how long nothing may move, in milliseconds */
  constructor(readonly limitMs: number) {
    this.#timer = setTimeout(() => this.#controller.abort(), limitMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether it was this timer that ended the work. */
  get stalled(): boolean {
    return this.#controller.signal.aborted;
  }

  touch(): void {
    if (!this.stalled) this.#timer.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
