import { placeOf, type Selection } from './selection.js';
import type { Target } from './target.js';

/** `★2` for the second of the preferred, `✗` for what is blocked, else nothing. */
export function markText({ preferred, blocked }: Selection, target: Target): string {
  if (placeOf(blocked, target) !== undefined) return '✗';
  const place = placeOf(preferred, target);
  return place === undefined ? '' : `★${place}`;
}
