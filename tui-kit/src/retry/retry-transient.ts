import { setTimeout as pause } from 'node:timers/promises';
import { ServerRefusedError } from '../errors/server-refused-error.js';
import { ServerUnreachableError } from '../errors/server-unreachable-error.js';
import { OUT_OF_STEP } from '../files/upload-errors.js';

/** The only refusals that may be different a moment later. */
const TRANSIENT_CODES = ['RATE_LIMITED', 'SERVER_BUSY', OUT_OF_STEP];

export interface RetryOptions {
  readonly signal?: AbortSignal;
  /** Attempts in all (default 6). */
  readonly attempts?: number;
  /** The first wait, in milliseconds (default 500); each further one is twice as long. */
  readonly firstDelayMs?: number;
  /** The longest wait, in milliseconds (default 30,000). */
  readonly maxDelayMs?: number;
  /** Which failures pass by themselves (default {@link isTransient}). */
  readonly passes?: (error: unknown) => boolean;
  /** Gives up where the server asks for a longer wait, in milliseconds (default: none is too long). */
  readonly longestAskedMs?: number;
  /** Told before each wait. */
  readonly onRetry?: (error: Error, delayMs: number) => void;
}

/** @returns whether the same request may succeed a little later */
export function isTransient(error: unknown): error is ServerUnreachableError | ServerRefusedError {
  if (error instanceof ServerUnreachableError) return true;
  return error instanceof ServerRefusedError && TRANSIENT_CODES.includes(error.code);
}

/** The wait before attempt `retry + 1`, in milliseconds: doubling, bounded, spread by up to a half. */
export function retryDelay(retry: number, options: RetryOptions, random: () => number = Math.random): number {
  const full = Math.min(
    options.maxDelayMs ?? 30_000,
    (options.firstDelayMs ?? 500) * 2 ** Math.min(retry, 20),
  );
  return Math.round(full * (0.5 + random() / 2));
}

/**
 * Does something again as long as it fails for a passing reason. Only for what may safely be done twice, or with `passes` that
 * name those failures alone after which nothing has been done.
 * @throws the last error, or the reason of the signal
 */
export async function retryTransient<T>(work: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const { attempts = 6, passes = isTransient, longestAskedMs = Number.POSITIVE_INFINITY } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !(error instanceof Error) || !passes(error)) throw error;
      const asked = error instanceof ServerRefusedError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
      if (asked > longestAskedMs) throw error;
      const delayMs = Math.max(asked, retryDelay(attempt - 1, options));
      options.onRetry?.(error, delayMs);
      await pause(delayMs, undefined, options.signal === undefined ? {} : { signal: options.signal }).catch(
        () => {
          throw options.signal?.reason;
        },
      );
    }
  }
}
