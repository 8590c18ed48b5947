import { DomainError } from '@cairn/shared-schema';

/** Help for ANSWER_TOO_LARGE. */
export const ASK_FOR_LESS =
  'Ask for fewer at once, with a smaller `first`, or for each by its id. What the request changed stays changed.';

/** Five hundred outputs of 16 KiB, or the longest that was made, 4.5 MB, and as much again. */
export const MOST_LONG_BYTES = 8 * 1024 * 1024;

/** What one answer may hold of what can be long, whatever it is asked for: it stands in memory until the reader has it. */
export class AnswerRoom {
  #taken = 0;

  /**
   * Takes room for one more; the first always has it, so that whatever there is can be read.
   * @param what - in the plural: "outputs".
   * @throws DomainError ANSWER_TOO_LARGE when there is none left.
   */
  take(bytes: number, what: string): void {
    if (this.#taken > 0 && this.#taken + bytes > MOST_LONG_BYTES) throw answerTooLarge(what);
    this.#taken += bytes;
  }

  /** The next answer of a subscription begins. */
  renew(): void {
    this.#taken = 0;
  }
}

function answerTooLarge(what: string): DomainError {
  return new DomainError(
    'ANSWER_TOO_LARGE',
    `The ${what} of this answer are longer than ${MOST_LONG_BYTES} bytes together, the most they may be.`,
    {
      help: ASK_FOR_LESS,
    },
  );
}
