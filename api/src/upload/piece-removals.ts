import { BoundedQueue } from '../concurrency/bounded-queue.js';
import { UnderWay } from '../concurrency/under-way.js';
import type { Log } from '../context/log.js';
import type { FileStore } from '../files/file-store.js';
import { dropPieces } from './drop-pieces.js';

/** Uploads whose pieces are removed at once, and so many that wait; what comes beyond that is left to the collector. */
const AT_ONCE = 4;
const MOST_WAITING = 1_000;

/**
 * Removes the pieces of uploads that nobody goes on with, beside the requests: an upload of two gigabytes has hundreds, and no
 * answer needs to wait for them. Only for an upload whose row is gone or USED: whatever is left behind, by a failure, a
 * stop or a crash, is then the collector's (`drop-dead-uploads.ts`).
 */
export class PieceRemovals {
  readonly #queue = new BoundedQueue(AT_ONCE, MOST_WAITING, 'removals of uploads');
  readonly #underWay = new UnderWay();
  #ended = false;

  constructor(
    private readonly files: Pick<FileStore, 'pieces'>,
    private readonly log: Log,
  ) {}

  /** Begins with it, or has it wait for others. */
  later(upload: string): void {
    const removal = this.#queue.run(async () => {
      if (!this.#ended) await dropPieces({ files: this.files, log: this.log }, upload);
    });
    this.#underWay
      .add(removal)
      .catch((err: unknown) =>
        this.log.warn({ err, upload }, 'an upload is not removed now; the collector will'),
      );
  }

  /** Begins with no other, and waits so long for those under way. */
  async end(seconds: number): Promise<void> {
    this.#ended = true;
    await this.#underWay.ended(seconds);
  }
}
