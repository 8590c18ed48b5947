import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { ConfigError } from '../../config/config-error.js';
import type { TempFolders } from '../temp-folders.js';
import type { Bucket } from './bucket.js';
import { newKey } from './object-key.js';
import { putObject } from './put-object.js';
import { putsOf } from './puts.js';
import type { S3Place } from './s3-place.js';
import { storeTime } from './store-time.js';
import { whyUnusable } from './why-unusable.js';

const CONTENT = 'Cairn looks whether it can keep files here.';
const PROBE = { sha256: createHash('sha256').update(CONTENT).digest('hex'), size: CONTENT.length };

/**
 * Asks the time, puts a small file, lists, reads and deletes it, so that a server which cannot do so does not start.
 * What a crash leaves of it is an unnamed file like any other.
 * @throws ConfigError that names the setting
 */
export async function checkBucket(bucket: Bucket, place: S3Place, temporary: TempFolders): Promise<void> {
  const folder = await temporary.make();
  try {
    const path = join(folder.path, 'probe');
    await writeFile(path, CONTENT);
    await tryAll(bucket, path);
  } catch (error) {
    throw new ConfigError(whyUnusable(error, place), { cause: error });
  } finally {
    await folder.remove();
  }
}

async function tryAll(bucket: Bucket, path: string): Promise<void> {
  const { client, name } = bucket;
  // A request with an answer in words comes first: HEAD has none to say what is wrong.
  await putsOf(bucket, PROBE.sha256);
  await storeTime(bucket);
  const key = newKey(PROBE.sha256);
  await putObject(bucket, key, path, PROBE);
  const object = { Bucket: name, Key: key };
  try {
    const listed = await putsOf(bucket, PROBE.sha256);
    if (!listed.some((put) => put.key === key))
      throw new Error('it does not list at once what was put into it');
    const found = await client.send(new GetObjectCommand(object));
    if ((await found.Body?.transformToString()) !== CONTENT)
      throw new Error('it gives back something else than was put');
  } finally {
    await client.send(new DeleteObjectCommand(object));
  }
}
