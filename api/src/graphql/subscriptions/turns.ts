/** Lets one at a time go on, in the order of asking. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Waits until it is the caller's turn. Returns what ends it; to call that twice does no harm. */
  async take(): Promise<() => void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    return resolve;
  }
}
