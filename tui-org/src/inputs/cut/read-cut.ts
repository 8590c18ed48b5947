import { MAX_INPUT_VALUES } from '@cairn/shared-schema';
import { UsageError } from '@cairn/tui-kit';
import type { Cut } from './cut.js';

/** The options of a command that say how a file is cut. */
export interface CutOptions {
  readonly cutRows?: string;
  readonly cutBy?: string;
  readonly header?: boolean;
  readonly dropColumn?: boolean;
}

/**
 * How a file is to be cut.
 * @returns undefined when it is not to be cut
 * @throws UsageError for an option that cannot be used, or not without another
 */
export function readCut({ cutRows, cutBy, header = false, dropColumn = false }: CutOptions): Cut | undefined {
  if (dropColumn && cutBy === undefined) throw alone('--drop-column', '--cut-by');
  if (cutRows !== undefined) return { header, by: { rows: readRowCount(cutRows, '--cut-rows') } };
  if (cutBy !== undefined)
    return { header, by: { column: readColumn(cutBy, header, '--cut-by'), keep: !dropColumn } };
  if (header) throw alone('--header', '--cut-rows or --cut-by');
  return undefined;
}

/** @param what names it in an error @throws UsageError for what is no number of rows */
export function readRowCount(text: string, what: string): number {
  return readWhole(text, 999_999_999) ?? refuse(text, what, 'a whole number of rows, 1 to 999999999');
}

/**
 * A column by its number, or by its name where there are names.
 * @throws UsageError for what is no number where there are none
 */
export function readColumn(text: string, header: boolean, what: string): number | string {
  const number = readWhole(text, MAX_INPUT_VALUES);
  if (number !== undefined) return number;
  if (header && !/^\d*$/u.test(text)) return text;
  const named = header ? ', or its name in the first row' : '';
  const help = header ? undefined : 'add --header when the first row names the columns';
  return refuse(text, what, `the number of a column, from 1${named}`, help);
}

function readWhole(text: string, most: number): number | undefined {
  const whole = /^\d{1,9}$/u.test(text) ? Number(text) : 0;
  return whole > 0 && whole <= most ? whole : undefined;
}

function refuse(text: string, what: string, expected: string, help?: string): never {
  throw new UsageError(`${what} is ${JSON.stringify(text)}`, {
    expected,
    ...(help === undefined ? {} : { help }),
  });
}

function alone(option: string, needed: string): UsageError {
  return new UsageError(`${option} says nothing without ${needed}`, { expected: `${needed} beside it` });
}
