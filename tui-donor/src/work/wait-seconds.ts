const FIRST = 2;
const LONGEST = 30;

/**
 * How long to wait before asking for work again, in seconds: longer each time, spread so that donors do not all ask
 * at the same moment.
 * @param rounds how often there was nothing in a row
 */
export function waitSeconds(rounds: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.min(rounds, 10));
  return Math.round(full * (0.75 + random() / 2) * 10) / 10;
}
