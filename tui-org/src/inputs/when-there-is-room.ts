import { formatDuration, isRefusal, retryTransient } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';

/** Enough to let an archive of another command of the same organization be read first. */
const ATTEMPTS = 8;

/** Whoever is asked to wait for longer has sent too much that was not good: that is for a person to look at. */
const LONGEST_ASKED_MS = 2 * 60_000;

/**
 * Sends files, and again while the server has no room for them: it says so before it has kept anything. After a failure of
 * another kind they may have got in, so that it is not tried again.
 */
export function whenThereIsRoom<T>(
  { remark, signal }: Pick<Workplace, 'remark' | 'signal'>,
  send: () => Promise<T>,
): Promise<T> {
  return retryTransient(send, {
    signal,
    attempts: ATTEMPTS,
    firstDelayMs: 1_000,
    longestAskedMs: LONGEST_ASKED_MS,
    passes: (error) => isRefusal(error, 'RATE_LIMITED', 'SERVER_BUSY'),
    onRetry: ({ message }, delayMs) =>
      remark(`${message.replace(/\.$/u, '')}. Trying again in ${formatDuration(delayMs / 1000)} …`),
  });
}
