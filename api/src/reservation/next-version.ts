import { raw } from '@mikro-orm/core';

/** What every update of a reservation writes beside what it changes, so that subscribers can tell older from newer. */
export function nextVersion() {
  return { version: raw<number>('version + 1') };
}
