import { setTimeout as delay } from 'node:timers/promises';

/**
 * Changes that are heard of at most once in so long, however many there are: for what is read at some cost.
 * @param onEnd - called once, when it is returned from.
 */
export function paced(
  changes: AsyncIterableIterator<undefined>,
  everyMs: number,
  onEnd: () => void,
): AsyncIterableIterator<undefined> {
  const ending = new AbortController();
  let heardAt = performance.now();
  return {
    next: async () => {
      const { done } = await changes.next();
      if (done !== true) await pause(heardAt + everyMs - performance.now(), ending.signal);
      heardAt = performance.now();
      return done === true || ending.signal.aborted
        ? { done: true, value: undefined }
        : { done: false, value: undefined };
    },
    return: async () => {
      if (!ending.signal.aborted) onEnd();
      ending.abort();
      await changes.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Waits, or until it is ended. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await delay(ms, undefined, { signal }).catch(() => {});
}
