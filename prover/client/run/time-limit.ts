/** The longest delay that a Node timer takes. */
const longestDelay = 2 ** 31 - 1;

/** A clock that can stand still, and that calls when its time is used up. */
export class TimeLimit {
  #timer: NodeJS.Timeout | undefined;
  #since = 0;
  #usedMs = 0;

  constructor(
    private readonly seconds: number,
    private readonly onEnd: () => void,
  ) {}

  /** Lets the time run; does nothing when it runs already. */
  run(): void {
    if (this.#timer !== undefined) return;
    this.#since = performance.now();
    const left = this.seconds * 1000 - this.#usedMs;
    this.#timer = setTimeout(() => this.#rang(), Math.min(Math.max(left, 0), longestDelay));
  }

  /** Makes the time stand still. */
  pause(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#usedMs += performance.now() - this.#since;
  }

  #rang(): void {
    this.pause();
    // Timers may ring a millisecond early.
    if (this.#usedMs + 1 < this.seconds * 1000) this.run();
    else this.onEnd();
  }
}
