import { join } from 'node:path';
import type { FilesPlace } from '../files/files-place.js';

/** Where the files are, for people; without the key's secret. */
export function describeFiles(place: FilesPlace, dataDir: string): string {
  if (place.kind === 'disk') return `the folder ${join(dataDir, 'files')}`;
  return `the bucket ${place.bucket} at ${place.endpoint ?? `Amazon S3 in ${place.region}`}`;
}
