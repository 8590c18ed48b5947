import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '@cairn/tui-kit';
import { type EntryKind, entryKind, mostBytes } from '../bundle/entry-kind.js';
import { BUNDLE_LIMITS } from '../bundle/limits.js';
import { BLOCK_BYTES, END_BLOCKS, paddingOf, readHeader } from '../bundle/tar-form.js';
import { AuditEnd } from './finding.js';

/** An entry, and where its bytes lie. */
export interface FoundEntry {
  readonly path: string;
  readonly kind: EntryKind;
  readonly size: number;
  readonly offset: number;
}

/** Reads a bundle that a stranger may have made: nothing of it is believed, and no more is read than a bundle may have. */
export class BundleReader implements AsyncDisposable {
  readonly #file: FileHandle;
  readonly #size: number;

  private constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.#size = size;
  }

  /** @throws UsageError for what is no regular file; what the system says of one that cannot be opened */
  static async open(path: string): Promise<BundleReader> {
    await using stack = new AsyncDisposableStack();
    const file = stack.use(await open(path));
    const facts = await file.stat();
    if (!facts.isFile()) {
      throw new UsageError(`${path} is no regular file`, {
        expected: 'a bundle that cairn-org export --bundle wrote',
      });
    }
    stack.move();
    return new BundleReader(file, facts.size);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close();
  }

  /**
   * All entries, by their headers alone.
   * @throws AuditEnd MALFORMED for whatever has not the one form of a bundle
   */
  async entries(): Promise<FoundEntry[]> {
    const found: FoundEntry[] = [];
    let at = 0;
    for (;;) {
      const block = await this.#bytes(at, BLOCK_BYTES);
      if (block.every((byte) => byte === 0)) break;
      const entry = checkedEntry(block, at + BLOCK_BYTES);
      if (found.push(entry) > BUNDLE_LIMITS.entries)
        throw malformed('has more entries than a bundle may have');
      at = entry.offset + entry.size;
      const padding = await this.#bytes(at, paddingOf(entry.size));
      if (padding.some((byte) => byte !== 0)) throw malformed('has something behind its end', entry.path);
      at += padding.length;
    }
    const end = await this.#bytes(at, END_BLOCKS.length);
    if (!end.equals(END_BLOCKS)) throw malformed('has an empty block between its entries');
    if (at + end.length !== this.#size) throw malformed('goes on behind its end');
    return found;
  }

  /** The bytes of an entry that is small enough to be held. */
  bytesOf({ offset, size }: FoundEntry): Promise<Buffer> {
    return this.#bytes(offset, size);
  }

  /** Writes an entry's bytes into a file. @returns their SHA-256 */
  async extract({ offset, size }: FoundEntry, destination: string): Promise<string> {
    const hash = createHash('sha256');
    const hashing = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    };
    const target = createWriteStream(destination, { mode: 0o600 });
    await pipeline(this.#chunks(offset, size), hashing, target);
    return hash.digest('hex');
  }

  async *#chunks(offset: number, size: number): AsyncGenerator<Buffer> {
    const end = offset + size;
    for (let at = offset; at < end; at += CHUNK_BYTES) yield this.#bytes(at, Math.min(CHUNK_BYTES, end - at));
  }

  async #bytes(at: number, length: number): Promise<Buffer> {
    if (at + length > this.#size) throw malformed('ends too early: it was cut short');
    const buffer = Buffer.alloc(length);
    let read = 0;
    while (read < length) {
      const { bytesRead } = await this.#file.read(buffer, read, length - read, at + read);
      if (bytesRead === 0) throw malformed('ends too early: it was cut short');
      read += bytesRead;
    }
    return buffer;
  }
}

const CHUNK_BYTES = 1024 * 1024;

function checkedEntry(block: Buffer, offset: number): FoundEntry {
  const head = readHeader(block);
  if ('problem' in head) throw malformed(head.problem, head.path);
  const kind = entryKind(head.path);
  if (kind === undefined) throw malformed('has a path that no entry of a bundle has', head.path);
  if (head.size > mostBytes(kind)) {
    throw malformed(`has ${head.size} bytes, expected at most ${mostBytes(kind)}`, head.path);
  }
  return { ...head, kind, offset };
}

function malformed(what: string, path?: string): AuditEnd {
  const subject = path === undefined || path === '' ? 'the file' : `its entry ${JSON.stringify(path)}`;
  return new AuditEnd(
    'MALFORMED',
    `this is no bundle in the one form that bundles have: ${subject} ${what}`,
    path,
  );
}
