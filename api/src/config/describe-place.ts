import type { DatabasePlace } from './database-place.js';

/** Where the rows are, for people; without the password. */
export function describePlace(place: DatabasePlace): string {
  if (place.kind === 'sqlite') return `the SQLite file ${place.file}`;
  const tls = place.tls === undefined ? '' : ', by TLS';
  return `the database ${place.name} at ${place.host}:${place.port}${tls}`;
}
