import { DomainError } from '@cairn/shared-schema';

/** Runs a few jobs at a time and lets a bounded number wait; one more is refused rather than kept. */
export class BoundedQueue {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly maxWaiting: number,
    /** What the jobs are, for the message: "verifications". */
    private readonly what: string,
  ) {}

  /**
   * Runs the job as soon as there is room.
   * @throws DomainError SERVER_BUSY when too many wait already.
   */
  async run<T>(job: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await job();
    } finally {
      this.#leave();
    }
  }

  /** How many jobs run and wait now. */
  get load(): { running: number; waiting: number } {
    return { running: this.#running, waiting: this.#waiting.length };
  }

  async #enter(): Promise<void> {
    if (this.#running < this.atOnce) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= this.maxWaiting) {
      throw new DomainError('SERVER_BUSY', `Too many ${this.what} wait already (${this.maxWaiting}).`, {
        help: 'Try again in a few seconds.',
        details: { retryAfterSeconds: 5 },
      });
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** The place passes straight to the next in line, so that nobody slips in between. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }
}
