import { isUtf8 } from 'node:buffer';
import { formatCount } from '@cairn/tui-kit';
import type { ByColumn, Cut } from './cut.js';
import { cutValue, labelsOf } from './cut-value.js';
import { findColumn } from './find-column.js';
import { rowLabel } from './group-name.js';
import { countCharacters, isBlank, type Row, type Span, spanOf, startOf, textAt } from './row.js';
import { type Complaint, rowProblem } from './row-problem.js';

/** What becomes of a row. */
export interface Slice {
  /** The same for all rows of a group. */
  readonly key: string;
  /** What the group is called after. */
  readonly label: string;
  /** What the group gets of the row. */
  readonly content: Buffer;
  /** How many values that is. */
  readonly values: number;
  /** What it does not get, with a comma. */
  readonly removed: Span | undefined;
}

/** Tells the rows of a file apart, which are given to it in their order. @throws ClientError for a row that cannot be */
export type Slicer = (row: Row) => Slice;

/** @param header the row that names the columns, where there is one */
export function makeSlicer(path: string, by: Cut['by'], header: Row | undefined): Slicer {
  if ('rows' in by) return everySoManyRows(by.rows);
  const isKnown = header === undefined && typeof by.column === 'number';
  const names = header === undefined ? [] : labelsOf(header);
  const column = isKnown ? by.column : findColumn(by.column, names, path);
  return (row) => sliceAt(path, row, { column, keep: by.keep });
}

function everySoManyRows(rows: number): Slicer {
  let seen = 0;
  return (row) => {
    const first = seen - (seen % rows) + 1;
    seen += 1;
    const { content, commas } = row;
    const label = rowLabel(first);
    return { key: label, label, content, values: commas.length + 1, removed: undefined };
  };
}

function sliceAt(path: string, row: Row, { column, keep }: ByColumn & { readonly column: number }): Slice {
  const { content, commas } = row;
  const at = spanOf(row, column);
  const complain = (complaint: Complaint) => {
    const before = at === undefined ? content.length : startOf(row, at);
    const place = { line: row.line, column: countCharacters(content.subarray(0, before)) + 1 };
    return rowProblem(path, place, complaint);
  };
  if (at === undefined) throw complain(tooFew(commas.length + 1, column));
  if (!isUtf8(content.subarray(at.from, at.to))) throw complain(NOT_UTF8);
  const text = textAt(row, at);
  const { key, label, isFelt } = cutValue(text);
  if (label === '') throw complain(EMPTY);
  if (label.length > MOST_CHARACTERS) throw complain(tooLong(label.length));
  if (keep && !isFelt) throw complain(notFelt(text));
  if (keep) return { key, label, content, values: commas.length + 1, removed: undefined };
  const removed = column === 1 ? { from: 0, to: at.to + 1 } : { from: at.from - 1, to: at.to };
  const left = Buffer.concat([content.subarray(0, removed.from), content.subarray(removed.to)]);
  if (isBlank(left)) throw complain(NOTHING_ELSE);
  return { key, label, content: left, values: commas.length, removed };
}

/** Each value by which rows are told apart is remembered. */
const MOST_CHARACTERS = 1000;

const CORRECT = 'correct the line';
const NOT_UTF8: Complaint = { what: 'not UTF-8', expected: 'a text file in UTF-8', help: CORRECT };
const EMPTY: Complaint = {
  what: 'an empty value',
  expected: 'the value by which the row is told from others',
  help: CORRECT,
};
const NOTHING_ELSE: Complaint = {
  what: 'the row has no other value than the one that is left out',
  expected: 'a value for the input group',
  help: 'correct the line, or leave the column in',
};

function tooFew(values: number, column: number): Complaint {
  return {
    what: `the row has ${values} ${values === 1 ? 'value' : 'values'}, and it is cut by column ${column}`,
    expected: `at least ${column} values in each row`,
    help: 'correct the line, or cut by another column',
  };
}

function tooLong(characters: number): Complaint {
  return {
    what: `a value of ${formatCount(characters)} characters to tell rows apart by`,
    expected: `at most ${formatCount(MOST_CHARACTERS)}`,
    help: 'correct the line, or cut by another column',
  };
}

function notFelt(text: string): Complaint {
  return {
    what: `${JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)} is no value that an input group may have`,
    expected: "42, -7, 0x2a or 'text', or that the column is left out and a first row of names is told of",
    help: 'correct the line; --drop-column leaves the column out of the groups, --header is for a first row that names the columns',
  };
}
