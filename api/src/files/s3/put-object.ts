import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { StoredFile } from '../file-store.js';
import { unchanged } from '../unchanged.js';
import type { Bucket } from './bucket.js';
import { isAway } from './s3-failure.js';

const FIRST_DELAY_MS = 100;

/**
 * Streams a file of the local disk into the bucket, in one request that is seen whole or not at all: its SHA-256 is
 * signed, so the store refuses any other bytes. Tried again while the store is away, as often as its patience says.
 * @throws Error when the file is not the one that was hashed before
 */
export async function putObject(bucket: Bucket, key: string, path: string, file: StoredFile): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryOnce(bucket, key, path, file);
    } catch (error) {
      if (attempt >= bucket.patience.attempts || !isAway(error)) throw error;
      await delay(FIRST_DELAY_MS * 2 ** attempt * Math.random());
    }
  }
}

async function tryOnce({ client, name }: Bucket, key: string, path: string, file: StoredFile): Promise<void> {
  const stop = new AbortController();
  const body = Readable.from(unchanged(createReadStream(path), file), { objectMode: false });
  // The request would wait for the rest of a body that has failed.
  let failure: Error | undefined;
  body.once('error', (error) => {
    failure = error;
    stop.abort();
  });
  const command = new PutObjectCommand({ Bucket: name, Key: key, Body: body, ContentLength: file.size });
  command.middlewareStack.add(
    (next) => (args) => {
      (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = file.sha256;
      return next(args);
    },
    { step: 'build', name: 'signKnownHash' },
  );
  try {
    await client.send(command, { abortSignal: stop.signal });
  } catch (error) {
    throw failure ?? error;
  } finally {
    body.destroy();
  }
}
