import { DeleteObjectCommand, DeleteObjectsCommand } from '@aws-sdk/client-s3';
import type { Bucket } from './bucket.js';
import { statusOf } from './s3-failure.js';

/** Keys that one request may name. */
const KEYS_OF_REQUEST = 1_000;

/** Requests at once, where each deletes one object. */
const SINGLES_AT_ONCE = 16;

/** What stores answer that do not take a list of what to delete, or want another checksum of it than this client sends. */
const NO_LISTS: ReadonlySet<number | undefined> = new Set([400, 405, 501]);

/** Deletes objects of a bucket, many with one request; one by one where the store does not take lists. */
export class ObjectDeletions {
  #takesLists = true;

  constructor(private readonly bucket: Bucket) {}

  /** @throws Error when some of them may still be there; others may be gone by then. */
  async delete(keys: readonly string[]): Promise<void> {
    for (let from = 0; from < keys.length; from += KEYS_OF_REQUEST)
      await this.#deleteSome(keys.slice(from, from + KEYS_OF_REQUEST));
  }

  async #deleteSome(keys: readonly string[]): Promise<void> {
    if (this.#takesLists && keys.length > 1) {
      try {
        return await this.#deleteListed(keys);
      } catch (error) {
        if (!NO_LISTS.has(statusOf(error))) throw error;
        this.#takesLists = false;
      }
    }
    await this.#deleteSingly(keys);
  }

  async #deleteListed(keys: readonly string[]): Promise<void> {
    const { client, name } = this.bucket;
    const Delete = { Objects: keys.map((Key) => ({ Key })), Quiet: true };
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket: name, Delete }));
    const [first] = Errors;
    if (first === undefined) return;
    const why = `${first.Key}: ${first.Code} ${first.Message ?? ''}`.trim();
    throw new Error(`The file store did not delete ${Errors.length} of ${keys.length} objects, ${why}.`);
  }

  async #deleteSingly(keys: readonly string[]): Promise<void> {
    const { client, name } = this.bucket;
    const left = keys.values();
    const some = async (): Promise<void> => {
      for (const Key of left) await client.send(new DeleteObjectCommand({ Bucket: name, Key }));
    };
    await Promise.all(Array.from({ length: SINGLES_AT_ONCE }, some));
  }
}
