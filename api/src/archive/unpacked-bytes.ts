import type { ReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { archiveTooLarge, invalidArchive } from './archive-error.js';
import type { UnpackLimits } from './archive-limits.js';

/** Small archives are mostly padding, which packs a hundredfold: the ratio counts from here on. */
const RATIO_COUNTS_FROM = 1024 * 1024;
/** Header, extended header and padding around each entry. */
const BYTES_AROUND_ENTRY = 4096;

/** The bytes of a tar file, gunzipped where it is gzipped, counted as they come. */
export async function* unpackedBytes(archivePath: string, limits: UnpackLimits): AsyncGenerator<Buffer> {
  const file = await open(archivePath, 'r');
  const packed = file.createReadStream({ start: 0, autoClose: false });
  try {
    yield* countedBytes(packed, (await file.stat()).size, await isGzip(file), limits);
  } catch (error) {
    throw isZlibError(error) ? invalidArchive('has damaged gzip data', undefined, error) : error;
  } finally {
    packed.destroy();
    await file.close();
  }
}

async function* countedBytes(
  packed: ReadStream,
  packedBytes: number,
  gzipped: boolean,
  limits: UnpackLimits,
): AsyncGenerator<Buffer> {
  // The callback takes the stream's errors: they reach the loop below as well.
  const bytes = gzipped ? pipeline(packed, createGunzip(), () => {}) : packed;
  const mostBytes = limits.maxTotalBytes + limits.maxEntries * BYTES_AROUND_ENTRY;
  let total = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    total += chunk.length;
    if (total > mostBytes) throw archiveTooLarge('more bytes', `at most ${mostBytes} bytes once unpacked`);
    if (gzipped && total > RATIO_COUNTS_FROM && total > packedBytes * limits.maxRatio) {
      throw invalidArchive(`unpacks to more than ${limits.maxRatio} times its size`);
    }
    yield chunk;
  }
}

async function isGzip(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/u.test(String(error.code));
}
