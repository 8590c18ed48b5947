import { archiveTooLarge, invalidArchive } from './archive-error.js';
import type { UnpackLimits } from './archive-limits.js';
import { ByteReader } from './byte-reader.js';
import { EntryNames } from './entry-names.js';
import { entryPath } from './entry-path.js';
import type { PaxFacts } from './pax-records.js';
import { applyExtension, parseExtension } from './tar-extension.js';
import { BLOCK_BYTES, parseTarHeader, type TarHeader } from './tar-header.js';

/** A file or folder of an archive. The body must be read before the next entry is asked for. */
export interface TarEntry {
  /** Relative, with `/`, checked. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly size: number;
  readonly body: AsyncIterable<Buffer>;
}

const MAX_EXTENSION_BYTES = 16 * 1024;
const MAX_HEADERS_PER_ENTRY = 8;

/**
 * Reads a tar file's entries one by one, refusing whatever a program does not need: links, devices, paths that
 * lead out, duplicate names, sparse files, unknown types, anything after the end.
 * @throws DomainError PROGRAM_INVALID or FILE_TOO_LARGE
 */
export async function* readTar(
  source: AsyncIterable<Buffer>,
  limits: UnpackLimits,
): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(source);
  try {
    yield* readEntries(reader, limits);
  } finally {
    await reader.close();
  }
}

async function* readEntries(reader: ByteReader, limits: UnpackLimits): AsyncGenerator<TarEntry> {
  const names = new EntryNames();
  let totalBytes = 0;
  for (let count = 1; ; count += 1) {
    const header = await nextEntryHeader(reader);
    if (header === undefined) return;
    if (count > limits.maxEntries)
      throw archiveTooLarge('more entries', `at most ${limits.maxEntries} entries`);
    const path = entryPath(header.name, limits);
    const kind = header.name.endsWith('/') ? 'folder' : header.kind;
    if (kind === 'folder' && header.size > 0) throw invalidArchive('is a folder with a size', path);
    totalBytes += header.size;
    checkSizes(header.size, totalBytes, limits);
    if (path === '') {
      if (kind === 'file') throw invalidArchive('has no name', header.name);
      continue;
    }
    names.add(path, kind);
    const body = reader.portion(header.size);
    yield { path, kind, size: header.size, body };
    for await (const _ of body) throw new Error('an archive entry was not read to its end');
    await reader.exactly((BLOCK_BYTES - (header.size % BLOCK_BYTES)) % BLOCK_BYTES);
  }
}

type EntryHeader = TarHeader & { readonly kind: 'file' | 'folder' };

/** The next file or folder, under the name that the headers before it give; undefined at the archive's end. */
async function nextEntryHeader(reader: ByteReader): Promise<EntryHeader | undefined> {
  let extension: PaxFacts | undefined;
  for (let headers = 0; headers < MAX_HEADERS_PER_ENTRY; headers += 1) {
    const block = await reader.exactly(BLOCK_BYTES);
    if (block.every((byte) => byte === 0)) {
      if (extension !== undefined) throw invalidArchive('ends after an extended header');
      await expectEnd(reader);
      return undefined;
    }
    const header = parseTarHeader(block);
    if (header.kind === 'file' || header.kind === 'folder') {
      return applyExtension({ ...header, kind: header.kind }, extension);
    }
    const found = parseExtension(header, await extensionBody(reader, header));
    if (found !== undefined && extension !== undefined) {
      throw invalidArchive('has two extended headers for one entry', header.name);
    }
    extension = found ?? extension;
  }
  throw invalidArchive('has too many extended headers in a row');
}

async function extensionBody(reader: ByteReader, header: TarHeader): Promise<Buffer> {
  if (header.size > MAX_EXTENSION_BYTES) {
    throw invalidArchive(
      `has an extended header of ${header.size} bytes, expected at most ${MAX_EXTENSION_BYTES}`,
    );
  }
  const padded = Math.ceil(header.size / BLOCK_BYTES) * BLOCK_BYTES;
  return (await reader.exactly(padded)).subarray(0, header.size);
}

/** A tar file ends with two zero blocks; only zeros may follow. */
async function expectEnd(reader: ByteReader): Promise<void> {
  const second = await reader.exactly(BLOCK_BYTES);
  if (second.some((byte) => byte !== 0)) throw invalidArchive('has an empty block between its entries');
  for (let rest = await reader.some(65_536); rest.length > 0; rest = await reader.some(65_536)) {
    if (rest.some((byte) => byte !== 0)) throw invalidArchive('has something behind its end');
  }
}

function checkSizes(size: number, totalBytes: number, limits: UnpackLimits): void {
  if (size > limits.maxFileBytes) {
    throw archiveTooLarge(`a file of ${size} bytes`, `at most ${limits.maxFileBytes} bytes in a file`);
  }
  if (totalBytes > limits.maxTotalBytes) {
    throw archiveTooLarge(
      `at least ${totalBytes} bytes`,
      `at most ${limits.maxTotalBytes} bytes once unpacked`,
    );
  }
}
