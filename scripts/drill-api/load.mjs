import { Unanswered } from './ask.mjs';

/**
 * Has everybody work at once until the server is gone or `stop` is called.
 * @param {{ step(url: string): Promise<unknown> }[]} workers
 * @param {string} url
 * @param {import('./book.mjs').Book} book
 * @returns {{ stop(): Promise<void> }} which waits for what is under way
 */
export function beginLoad(workers, url, book) {
  const stopped = new AbortController();
  const all = Promise.all(workers.map((worker) => work(worker, url, book, stopped.signal)));
  // A defect is told when it is waited for.
  all.catch(() => {});
  return {
    async stop() {
      stopped.abort();
      await all;
    },
  };
}

/**
 * @param {{ step(url: string): Promise<unknown> }} worker
 * @param {string} url
 * @param {import('./book.mjs').Book} book
 * @param {AbortSignal} stopped
 */
async function work(worker, url, book, stopped) {
  while (!stopped.aborted) {
    try {
      await worker.step(url);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      book.counts.unanswered += 1;
      return;
    }
  }
}
