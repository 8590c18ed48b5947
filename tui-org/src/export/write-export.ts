import type { Reduction } from '../reducer/reduction.js';
import type { ResultSet } from '../results/result-set.js';
import { writeWhole } from '../storage/write-whole.js';
import { csvLines } from './csv-lines.js';
import { jsonPieces, ndjsonLines } from './json-pieces.js';

/** The formats in which results are written. */
export const EXPORT_FORMATS = ['csv', 'json', 'ndjson'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const PIECES = { csv: csvLines, json: jsonPieces, ndjson: ndjsonLines } as const;

/** A piece is written when it has so many characters. */
const BLOCK = 65_536;

export interface ExportOptions {
  /** What a script of one's own made of the rows; it is marked as that. */
  readonly reduction?: Reduction | undefined;
  /** Breaks it off: no file is left, and one that was there before stays as it was. */
  readonly signal?: AbortSignal;
  /** Hears how many pieces, each about a row, are on their way into the file. */
  readonly onPieces?: (pieces: number) => void;
}

/** Writes results into a file, whole or not at all, a piece at a time. @throws the signal's reason */
export async function writeExport(
  path: string,
  format: ExportFormat,
  set: ResultSet,
  { reduction, signal, onPieces = () => {} }: ExportOptions = {},
): Promise<void> {
  const blocks = inBlocks(PIECES[format](set, reduction), (pieces) => {
    signal?.throwIfAborted();
    onPieces(pieces);
  });
  await writeWhole(path, blocks, 0o644);
}

/** The same text in fewer, larger pieces. */
function* inBlocks(pieces: Iterable<string>, onBlock: (pieces: number) => void): Generator<string> {
  let block = '';
  let count = 0;
  for (const piece of pieces) {
    block += piece;
    count += 1;
    if (block.length < BLOCK) continue;
    onBlock(count);
    yield block;
    block = '';
  }
  onBlock(count);
  if (block !== '') yield block;
}
