import { join } from 'node:path';
import type { FileStore } from './file-store.js';
import type { FilesPlace } from './files-place.js';
import { openLocalFileStore } from './local-file-store.js';
import { openS3FileStore } from './s3/open-s3-file-store.js';

/**
 * Opens the store that the settings name. Uploads that are still looked at lie in the data folder in any case.
 * @throws ConfigError when the bucket cannot be used
 */
export function openFileStore(place: FilesPlace, dataDir: string): Promise<FileStore> {
  const root = join(dataDir, 'files');
  return place.kind === 's3' ? openS3FileStore(place, root) : openLocalFileStore(root);
}
