import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ClientError, type SigningKey } from '@cairn/tui-kit';
import { PATHS } from './entry-kind.js';
import { formatEntry, type Manifest } from './manifest.js';
import { signManifest } from './manifest-signature.js';
import { END_BLOCKS, headerBlock, paddingOf } from './tar-form.js';

/** A file that goes into a bundle: where it is, and what the manifest says of it. */
export interface PackedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Where its bytes are. */
  readonly source: string;
}

/**
 * A bundle, piece by piece: the same manifest, files and key make the same bytes.
 * @throws ClientError LOCAL_FILE_DAMAGED when a file changed since it was looked at
 */
export async function* bundleBytes(
  about: Omit<Manifest, 'files'>,
  files: readonly PackedFile[],
  key: SigningKey,
): AsyncGenerator<Uint8Array> {
  const listed = files.map(({ path, size, sha256 }) => ({ path, size, sha256 }));
  const text = Buffer.from(formatEntry({ ...about, files: listed }));
  yield* entry(PATHS.manifest, text);
  yield* entry(PATHS.signature, Buffer.from(formatEntry(signManifest(text, key))));
  for (const file of files) {
    yield headerBlock(file);
    yield* checkedBytes(file);
    yield Buffer.alloc(paddingOf(file.size));
  }
  yield END_BLOCKS;
}

function* entry(path: string, bytes: Buffer): Generator<Uint8Array> {
  yield headerBlock({ path, size: bytes.length });
  yield bytes;
  yield Buffer.alloc(paddingOf(bytes.length));
}

async function* checkedBytes({ source, size, sha256 }: PackedFile): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let read = 0;
  for await (const chunk of createReadStream(source)) {
    read += chunk.length;
    hash.update(chunk);
    if (read <= size) yield chunk;
  }
  if (read === size && hash.digest('hex') === sha256) return;
  throw new ClientError(`the file ${source} changed while the bundle was written`, {
    code: 'LOCAL_FILE_DAMAGED',
    expected: `a file whose SHA-256 is ${sha256}`,
    help: 'run it again; nothing was written',
  });
}
