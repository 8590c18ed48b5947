import { formatOutputType, outputValueToJson } from '@cairn/shared-schema';
import { aggregate } from './aggregate.js';
import type { ResultRow } from './result-row.js';
import type { ResultSet } from './result-set.js';

/**
 * Rows, and aggregates over all rows of the set, in a form for JSON; integers that a double cannot hold are decimal
 * texts.
 */
export function resultsJson(
  { program, columns, rows }: ResultSet,
  shown: readonly ResultRow[],
): Record<string, unknown> {
  const names = columns.map(({ name }) => name);
  return {
    program,
    columns: columns.map(({ name, type }) => ({ name, type: formatOutputType(type) })),
    rows: shown.map((row) => rowJson(names, row)),
    aggregates: aggregate(columns, rows).map(({ min, max, sum, ...rest }) => ({
      ...rest,
      min: outputValueToJson(min),
      max: outputValueToJson(max),
      sum: outputValueToJson(sum),
    })),
  };
}

function rowJson(names: readonly string[], { values, problem, ...row }: ResultRow): Record<string, unknown> {
  const outputs = values.map((value, index) => [names[index], outputValueToJson(value)]);
  return {
    ...row,
    outputs: problem === undefined ? Object.fromEntries(outputs) : null,
    problem: problem ?? null,
  };
}
