import { join } from 'node:path';
import type { FileStore } from '../file-store.js';
import { TempFolders } from '../temp-folders.js';
import { connectBucket, disconnect, PATIENCE, type Patience } from './bucket.js';
import { checkBucket } from './check-bucket.js';
import { S3FileStore } from './s3-file-store.js';
import type { S3Place } from './s3-place.js';

/** What tests choose otherwise. */
export interface S3Options {
  readonly patience?: Patience;
  /** Files put less long ago are left to the collector when they are deleted. Milliseconds. */
  readonly youngMs?: number;
}

/** Longer than any file waits between being put and being named by a row. */
const YOUNG_MS = 60 * 60 * 1000;

/**
 * Opens a store in a bucket that belongs to this server, or these replicas, alone.
 * @param root folder on the local disk for uploads that are still looked at
 * @throws ConfigError when the bucket cannot be used
 */
export async function openS3FileStore(
  place: S3Place,
  root: string,
  { patience = PATIENCE, youngMs = YOUNG_MS }: S3Options = {},
): Promise<FileStore> {
  const bucket = connectBucket(place, patience);
  try {
    const temporary = await TempFolders.open(join(root, 'temporary'));
    await checkBucket(bucket, place, temporary);
    return new S3FileStore(bucket, temporary, youngMs);
  } catch (error) {
    disconnect(bucket);
    throw error;
  }
}
