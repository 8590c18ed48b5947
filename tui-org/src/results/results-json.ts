import { formatOutputType, type OutputColumn, outputValueToJson } from '@cairn/shared-schema';
import { aggregate } from './aggregate.js';
import { type Histogram, histograms } from './histogram.js';
import type { ResultRow } from './result-row.js';
import type { ResultSet } from './result-set.js';

/** Which program it is, how its outputs are read, and what all rows come to, in a form for JSON. */
export function resultsSummary({ program, columns, rows }: ResultSet): Record<string, unknown> {
  return {
    program,
    columns: columns.map(({ name, type }) => ({ name, type: formatOutputType(type) })),
    ...builtInAggregates(columns, rows),
  };
}

/** What is computed of every set of results; integers that a double cannot hold are decimal texts. */
export function builtInAggregates(columns: readonly OutputColumn[], rows: readonly ResultRow[]) {
  return {
    aggregates: aggregate(columns, rows).map(({ min, max, sum, ...rest }) => ({
      ...rest,
      min: outputValueToJson(min),
      max: outputValueToJson(max),
      sum: outputValueToJson(sum),
    })),
    histograms: histograms(columns, rows).map(histogramJson),
  };
}

/** A histogram in a form for JSON. */
export function histogramJson({ bins, ...rest }: Histogram) {
  return {
    ...rest,
    bins: bins.map(({ from, to, count }) => ({
      from: outputValueToJson(from),
      to: outputValueToJson(to),
      count,
    })),
  };
}

/** One row in a form for JSON: its outputs by name, and the hash of its proof. */
export function rowJson(
  columns: readonly OutputColumn[],
  { values, problem, ...row }: ResultRow,
): Record<string, unknown> {
  return {
    ...row,
    outputs: problem === undefined ? outputsJson(columns, values) : null,
    problem: problem ?? null,
  };
}

/** Decoded outputs by their names. */
export function outputsJson(
  columns: readonly OutputColumn[],
  values: ResultRow['values'],
): Record<string, unknown> {
  return Object.fromEntries(values.map((value, index) => [columns[index]?.name, outputValueToJson(value)]));
}
