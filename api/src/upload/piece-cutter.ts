import type { Readable } from 'node:stream';

/** A piece on a slow line is kept after so long: a crash loses little, and a day of it makes few pieces. */
const LONGEST_MS = 120_000;

/** Cuts what comes in into pieces, and keeps what came before a connection broke. */
export class PieceCutter {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer | undefined;
  #ended = false;
  #failure: Error | undefined;

  constructor(source: Readable) {
    // A source may fail between two pieces; whoever reads it next is told.
    source.on('error', () => {});
    this.#source = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** Why nothing more comes, where that is not its end. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Whether there is more. It waits for the next byte, the end, or the failure. */
  async hasMore(): Promise<boolean> {
    this.#rest ??= await this.#take();
    return this.#rest !== undefined;
  }

  /** The next bytes, so many at most; fewer at the end, at a failure, and on a slow line. */
  async *next(maxBytes: number): AsyncGenerator<Buffer> {
    const until = performance.now() + LONGEST_MS;
    for (let left = maxBytes; left > 0 && (await this.hasMore()); ) {
      const chunk = this.#rest ?? Buffer.alloc(0);
      const head = chunk.subarray(0, left);
      this.#rest = head.length < chunk.length ? chunk.subarray(left) : undefined;
      left -= head.length;
      yield head;
      if (performance.now() > until) return;
    }
  }

  async #take(): Promise<Buffer | undefined> {
    if (this.#ended) return undefined;
    try {
      const { done, value } = await this.#source.next();
      if (done !== true) return value;
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
    }
    this.#ended = true;
    return undefined;
  }
}
