import { jsonLine } from '@cairn/tui-kit';
import type { Reduction } from '../reducer/reduction.js';
import type { ResultSet } from '../results/result-set.js';
import { resultsSummary, rowJson } from '../results/results-json.js';

/** One JSON object of all results, row by row: what `results --json` says too. */
export function* jsonPieces(set: ResultSet, reduction?: Reduction): Generator<string> {
  const summary = jsonLine({ ...resultsSummary(set), reducer: reduction ?? null });
  yield `${summary.slice(0, -1)},"rows":[`;
  let before = '\n';
  for (const row of set.rows) {
    yield before + jsonLine(rowJson(set.columns, row));
    before = ',\n';
  }
  yield '\n]}\n';
}

/** A line of JSON for each row; what a reducer made is a last line, `{"reducer":…}`. */
export function* ndjsonLines({ columns, rows }: ResultSet, reduction?: Reduction): Generator<string> {
  for (const row of rows) yield `${jsonLine(rowJson(columns, row))}\n`;
  if (reduction !== undefined) yield `${jsonLine({ reducer: reduction })}\n`;
}
