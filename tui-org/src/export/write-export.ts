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

/** Writes results into a file, whole or not at all, a piece at a time. */
export async function writeExport(
  path: string,
  format: ExportFormat,
  set: ResultSet,
  reduction?: Reduction,
): Promise<void> {
  await writeWhole(path, inBlocks(PIECES[format](set, reduction)), 0o644);
}

/** The same text in fewer, larger pieces. */
function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}
