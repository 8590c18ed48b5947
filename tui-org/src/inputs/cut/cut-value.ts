import { FELT_PRIME } from '@cairn/shared-schema';
import { type Row, textsOf } from './row.js';

/** A value by which rows are told apart. */
export interface CutValue {
  /** The same for all spellings of one value. */
  readonly key: string;
  /** The value without its quotes. */
  readonly label: string;
  /** Whether it can stand in an input group at all. */
  readonly isFelt: boolean;
}

const NUMBER = /^(?:0x[0-9a-fA-F]+|-?[0-9]+)$/u;
const SHORT_STRING = /^'([^']+)'$/u;
/** As spreadsheets write texts. */
const QUOTED = /^"([^"]*)"$/u;
/** No number of the field has more characters, in any notation. */
const MOST_CHARACTERS = 80;

/** What rows are cut by: 7, 007 and 0x7 are one value, 'a', "a" and a too; the string '7' and the number 7 are two. */
export function cutValue(text: string): CutValue {
  const number = readNumber(text);
  if (number !== undefined) return { key: number, label: text, isFelt: true };
  const string = SHORT_STRING.exec(text)?.[1];
  const label = string ?? QUOTED.exec(text)?.[1]?.trim() ?? text;
  return { key: `'${label}`, label, isFelt: string !== undefined };
}

/** The values of a row without their quotes. */
export function labelsOf(row: Row): string[] {
  return textsOf(row).map((text) => cutValue(text).label);
}

/** The one way to write a number of the field; undefined for everything else. */
function readNumber(text: string): string | undefined {
  if (text.length > MOST_CHARACTERS || !NUMBER.test(text)) return undefined;
  const isNegative = text.startsWith('-');
  const amount = BigInt(isNegative ? text.slice(1) : text);
  if (amount >= FELT_PRIME) return undefined;
  return String(isNegative && amount > 0n ? FELT_PRIME - amount : amount);
}
