import { formatDuration } from '@cairn/tui-kit';

/** How long something has taken, of how long it may. */
export interface Elapsed {
  readonly text: string;
  readonly fraction: number;
}

/**
 * How long a script has taken, in whole seconds.
 * @param beganAt in milliseconds, as `clock`
 * @param most seconds that it may take
 */
export function elapsed(beganAt: number, clock: number, most: number): Elapsed {
  const seconds = Math.max(0, Math.floor((clock - beganAt) / 1000));
  const taken = seconds === 0 ? '0 s' : formatDuration(seconds);
  return { text: `${taken} of at most ${formatDuration(most)}`, fraction: seconds / most };
}
