import { paginateListObjectsV2 } from '@aws-sdk/client-s3';
import type { Bucket } from './bucket.js';
import { OBJECTS, prefixOf, sha256OfKey } from './object-key.js';

/** One object of the bucket: a content as it was put once. It never changes and never comes back under its key. */
export interface Put {
  readonly key: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** When it was put, by the store's clock. */
  readonly at: Date;
}

/** Everything that was put of one content, the newest first. */
export interface Content {
  readonly sha256: string;
  readonly puts: readonly Put[];
}

/** What there is of one content, the newest put first: the one to read. */
export async function putsOf(bucket: Bucket, sha256: string): Promise<readonly Put[]> {
  const puts: Put[] = [];
  for await (const put of list(bucket, prefixOf(sha256))) puts.push(put);
  return newestFirst(puts);
}

/** All contents of the bucket, one after the other. */
export async function* contentsOf(bucket: Bucket): AsyncGenerator<Content> {
  let puts: Put[] = [];
  for await (const put of list(bucket, OBJECTS)) {
    const [first] = puts;
    if (first !== undefined && first.sha256 !== put.sha256) {
      yield { sha256: first.sha256, puts: newestFirst(puts) };
      puts = [];
    }
    puts.push(put);
  }
  const [last] = puts;
  if (last !== undefined) yield { sha256: last.sha256, puts: newestFirst(puts) };
}

/** The store lists keys in order, so that puts of one content follow each other. */
async function* list({ client, name }: Bucket, prefix: string): AsyncGenerator<Put> {
  for await (const page of paginateListObjectsV2({ client }, { Bucket: name, Prefix: prefix })) {
    for (const { Key: key = '', Size: size = 0, LastModified: at } of page.Contents ?? []) {
      const sha256 = sha256OfKey(key);
      if (sha256 !== undefined && at !== undefined) yield { key, sha256, size, at };
    }
  }
}

/** In one order for everybody, also where two were put in the same moment. */
function newestFirst(puts: Put[]): Put[] {
  return puts.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.key < b.key ? 1 : -1));
}
