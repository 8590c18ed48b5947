/** Why following something came to an end by itself: it is told like an answer, so that the face can word it. */
export class FollowFailure {
  constructor(readonly error: unknown) {}
}

/** What a follower is told. */
export type Told<T> = T | FollowFailure;

/** What was told. @throws what ended the following. */
export function toldValue<T>(told: Told<T>): T {
  if (told instanceof FollowFailure) throw told.error;
  return told;
}

/**
 * Follows something: reads it now and after every change, and tells what the reading yields. A reading that returns
 * false is the last one. Watch the changes before anything is read, so that none falls in between.
 */
export function follow<T>(
  changes: AsyncIterableIterator<unknown>,
  read: () => AsyncGenerator<T, boolean>,
): AsyncIterableIterator<Told<T>> {
  return endedBy(changes, readings(changes, read));
}

async function* readings<T>(
  changes: AsyncIterableIterator<unknown>,
  read: () => AsyncGenerator<T, boolean>,
): AsyncGenerator<Told<T>, undefined> {
  try {
    while (yield* read()) if ((await changes.next()).done === true) return;
  } catch (error) {
    // Thrown from here it would end the whole connection, with its words and no code.
    yield new FollowFailure(error);
  } finally {
    await changes.return?.();
  }
}

/**
 * A generator that waits for a change cannot be returned from before the change has come. This one ends its source
 * first, so that a subscriber who leaves leaves nothing behind.
 */
function endedBy<T>(
  source: AsyncIterableIterator<unknown>,
  generator: AsyncGenerator<T, undefined>,
): AsyncIterableIterator<T> {
  return {
    next: () => generator.next(),
    return: async () => {
      await source.return?.();
      return generator.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
