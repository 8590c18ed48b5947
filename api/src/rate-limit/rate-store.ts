/** So many times within so many seconds; then one more each time the rest of them has worn off. */
export interface RateLimit {
  readonly times: number;
  readonly seconds: number;
}

/**
 * Counts what each key has done, by the generic cell rate algorithm: one number for each key, no window to wait for.
 * A key must always be used with the same limit.
 */
export interface RateStore {
  /** Counts one more. Returns 0 when it is allowed; else it is not counted, and the milliseconds to wait are returned. */
  take(key: string, limit: RateLimit): Promise<number>;
  /** Takes one back that was counted before it was known to be harmless. */
  giveBack(key: string, limit: RateLimit): Promise<void>;
  /** Forgets everything of a key. */
  forget(key: string): Promise<void>;
  /** Lets go of connections. */
  close(): Promise<void>;
}

/** What a limit comes to, in microseconds: how long one takes to wear off, and how much may have piled up. */
export function pace({ times, seconds }: RateLimit): { step: number; room: number } {
  const room = seconds * 1_000_000;
  return { step: Math.floor(room / times), room };
}
