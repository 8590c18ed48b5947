import type { Standing } from './credit-api.js';

/** A donor's place in words. */
export function placeOf({ place, rankedRows, provenRows }: Standing): string {
  if (place != null) return `Place ${place}`;
  if (rankedRows > 0) return 'Place beyond 10,000';
  return provenRows > 0 ? 'No place: own work does not rank' : 'No place yet';
}

/** A nickname is anybody's: the beginning of the key stands beside it. */
export function donorName({ nickname, publicKey }: Pick<Standing, 'nickname' | 'publicKey'>): string {
  const key = publicKey.slice(0, 16);
  return nickname == null ? key : `${nickname} (${key})`;
}
