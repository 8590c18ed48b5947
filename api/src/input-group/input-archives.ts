import { DomainError } from '@cairn/shared-schema';
import { BoundedQueue } from '../concurrency/bounded-queue.js';

const RETRY_SECONDS = 30;

/**
 * Bounds how many archives of input groups a process works on: each may hold 10,000 files. An organization has one at a
 * time, so that none of them can take all the room; from a few of them at once files are read, the others wait.
 */
export class InputArchives {
  readonly #busy = new Set<string>();
  readonly #reading: BoundedQueue;

  /** @param atOnce - archives that are read at once; @param waiting - those that came in whole and wait. */
  constructor(atOnce = 2, waiting = 20) {
    this.#reading = new BoundedQueue(atOnce, waiting, 'archives of input groups');
  }

  /**
   * Takes an organization's archive, from its first byte on.
   * @throws DomainError RATE_LIMITED while another one of this organization is under way.
   */
  async take<T>(organization: string, work: () => Promise<T>): Promise<T> {
    if (this.#busy.has(organization)) throw oneAtATime();
    this.#busy.add(organization);
    try {
      return await work();
    } finally {
      this.#busy.delete(organization);
    }
  }

  /**
   * Reads what came in, when there is room for it.
   * @throws DomainError SERVER_BUSY when too many wait already.
   */
  read<T>(work: () => Promise<T>): Promise<T> {
    return this.#reading.run(work);
  }
}

function oneAtATime(): DomainError {
  return new DomainError(
    'RATE_LIMITED',
    'Another archive of your organization is being read, one at a time.',
    {
      help: 'Send this one when that one is answered.',
      details: { retryAfterSeconds: RETRY_SECONDS },
    },
  );
}
