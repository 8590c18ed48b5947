import { MAX_INPUT_VALUES } from '@cairn/shared-schema';

/** A line with values. */
export interface Row {
  /** In its file, from 1. */
  readonly line: number;
  /** What stands before the comment, byte for byte: a place in it is the same place in the file. */
  readonly content: Buffer;
  /** The bytes of the content that are commas between values; there is one value more. */
  readonly commas: readonly number[];
}

/** Bytes of a row, the last one not among them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const COMMA = 0x2c;
const QUOTE = 0x27;
const HASH = 0x23;
const SPACE = 0x20;
const TAB = 0x09;

/**
 * Reads a line as `cairn-prover` does (`prover/src/csv`): neither a comma nor a comment begins between single quotes. What
 * the values are is not looked at.
 * @param line its number
 * @returns undefined for a line of blanks or of a comment alone
 * @throws TooManyValues when it has more of them than an input group may have
 */
export function parseRow(bytes: Buffer, line: number): Row | undefined {
  const commas: number[] = [];
  let isQuoted = false;
  let end = 0;
  for (; end < bytes.length; end += 1) {
    const byte = bytes[end];
    if (byte === HASH && !isQuoted) break;
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === COMMA && !isQuoted && commas.push(end) >= MAX_INPUT_VALUES) throw new TooManyValues();
  }
  const content = bytes.subarray(0, end);
  return isBlank(content) ? undefined : { line, content, commas };
}

/** A line that no input group could hold. */
export class TooManyValues extends Error {}

/** Where the value of a column stands, the blanks around it included; undefined where the row ends before. */
export function spanOf({ content, commas }: Row, column: number): Span | undefined {
  if (column > commas.length + 1) return undefined;
  const before = commas[column - 2];
  return { from: before === undefined ? 0 : before + 1, to: commas[column - 1] ?? content.length };
}

/** The byte of a row at which a value begins, behind the blanks before it. */
export function startOf({ content }: Row, { from, to }: Span): number {
  let at = from;
  while (at < to && isBlankByte(content[at])) at += 1;
  return at;
}

/** A value as it is written, without the blanks around it. */
export function textAt(row: Row, span: Span): string {
  const from = startOf(row, span);
  let { to } = span;
  while (to > from && isBlankByte(row.content[to - 1])) to -= 1;
  return row.content.toString('utf8', from, to);
}

/** Whether there is nothing to be seen. */
export function isBlank(bytes: Buffer): boolean {
  return bytes.every(isBlankByte);
}

function isBlankByte(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}

/** All values of a row as they are written. */
export function textsOf(row: Row): string[] {
  const columns = [...row.commas, row.content.length].map((_, index) => spanOf(row, index + 1));
  return columns.flatMap((span) => (span === undefined ? [] : [textAt(row, span)]));
}

/** @returns how many characters these bytes are */
export function countCharacters(bytes: Buffer): number {
  let count = 0;
  for (const _ of bytes.toString('utf8')) count += 1;
  return count;
}
