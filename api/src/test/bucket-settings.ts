import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestBucket } from '../files/s3/test/test-bucket.js';

/** Writes the settings of a server that keeps its files in a bucket; returns the environment that names them. */
export async function bucketSettings(folder: string, bucket: TestBucket): Promise<NodeJS.ProcessEnv> {
  const { region, bucket: name, keyId, keySecret, endpoint } = bucket.place;
  const files_storage = {
    connection_string: [region, name, keyId, keySecret].join('|'),
    arguments_serarator: '|',
    endpoint,
  };
  const path = join(folder, 'settings.json');
  await writeFile(path, JSON.stringify({ files_storage }));
  return { CAIRN_CONFIG_FILE: path };
}
