import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import type { NamedAmong } from '../file-store.js';
import type { Bucket } from './bucket.js';
import { type Content, contentsOf, type Put, putsOf } from './puts.js';
import { storeTime } from './store-time.js';

/** Contents whose rows are looked for at once. */
const AT_ONCE = 500;

/**
 * Removes contents that no row names, and older puts of those that are named.
 * Only what was put longer ago than `graceMs` goes, and of what is named the newest put stays.
 * @returns how many contents are gone
 */
export async function collectBucket(
  bucket: Bucket,
  namedAmong: NamedAmong,
  graceMs: number,
): Promise<number> {
  // The time first, then the rows: what was old then and has no row by now was put by somebody who gave up.
  const before = await ageLimit(bucket, graceMs);
  let gone = 0;
  let some: Content[] = [];
  for await (const content of contentsOf(bucket)) {
    if (!content.puts.some(({ at }) => at < before)) continue;
    if (some.push(content) < AT_ONCE) continue;
    gone += await collectSome(bucket, some, namedAmong, before);
    some = [];
  }
  return gone + (await collectSome(bucket, some, namedAmong, before));
}

/** Removes what was put of one content longer ago than `graceMs`. Only for a content that no row names. */
export async function removeOld(bucket: Bucket, sha256: string, graceMs: number): Promise<void> {
  const before = await ageLimit(bucket, graceMs);
  await removeAll(bucket, olderThan(await putsOf(bucket, sha256), before));
}

async function ageLimit(bucket: Bucket, graceMs: number): Promise<Date> {
  return new Date((await storeTime(bucket)).getTime() - graceMs);
}

async function collectSome(
  bucket: Bucket,
  contents: readonly Content[],
  namedAmong: NamedAmong,
  before: Date,
): Promise<number> {
  if (contents.length === 0) return 0;
  const named = await namedAmong(contents.map(({ sha256 }) => sha256));
  let gone = 0;
  for (const { sha256, puts } of contents) {
    const old = olderThan(named.has(sha256) ? puts.slice(1) : puts, before);
    await removeAll(bucket, old);
    if (old.length === puts.length) gone += 1;
  }
  return gone;
}

function olderThan(puts: readonly Put[], before: Date): Put[] {
  return puts.filter(({ at }) => at < before);
}

async function removeAll({ client, name }: Bucket, puts: readonly Put[]): Promise<void> {
  for (const { key } of puts) await client.send(new DeleteObjectCommand({ Bucket: name, Key: key }));
}
