import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { UsageError } from '@cairn/tui-kit';
import type { Row } from './row.js';
import { RowReader } from './row-reader.js';

export interface ReadOptions {
  /** The longest line that may be. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /** Hears how many bytes of the file were read. */
  readonly onRead?: ((read: number, all: number) => void) | undefined;
}

const PIECE_BYTES = 256 * 1024;

/**
 * The rows of a file as it is read, some at a time: it may be larger than the memory. Each portion is to be gone through
 * before the next is asked for.
 * @throws UsageError for what is no file that can be read twice, such as a pipe
 */
export async function* readRows(
  path: string,
  { maxBytes, signal, onRead }: ReadOptions,
): AsyncGenerator<Iterable<Row>> {
  const facts = await stat(path);
  if (!facts.isFile()) throw new UsageError(`${path} is no file`, { expected: 'a CSV file to cut' });
  const reader = new RowReader(path, maxBytes);
  let read = 0;
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES, signal })) {
    yield reader.push(piece);
    read += piece.length;
    onRead?.(read, facts.size);
  }
  yield reader.end();
}
