/** Lets callers through one after the other, in the order in which they came. */
export class Turns {
  #isTaken = false;
  readonly #waiting = new Set<() => void>();

  /**
   * Waits for a turn, which is to be given back.
   * @returns false when the signal came first: then there is nothing to give back
   */
  async take(signal?: AbortSignal): Promise<boolean> {
    if (signal?.aborted) return false;
    if (!this.#isTaken) {
      this.#isTaken = true;
      return true;
    }
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const mine = () => resolve(true);
    const giveUp = () => {
      if (this.#waiting.delete(mine)) resolve(false);
    };
    this.#waiting.add(mine);
    signal?.addEventListener('abort', giveUp, { once: true });
    return promise.finally(() => signal?.removeEventListener('abort', giveUp));
  }

  giveBack(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#isTaken = false;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
