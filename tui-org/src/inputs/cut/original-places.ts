import { ClientError } from '@cairn/tui-kit';
import type { WrongFile } from '../check-files.js';
import type { InputFile } from '../collect-files.js';
import type { Cut } from './cut.js';
import { Cutter, type PlacedRow } from './cutter.js';
import { type ReadOptions, readRows } from './read-rows.js';
import { countCharacters, type Row } from './row.js';
import type { Place } from './row-problem.js';

/**
 * Finds what was complained of in groups in the file that they were cut out of, by cutting it once more: no places are kept
 * for the millions of rows that are good.
 * @returns the complaints by their places in the file, in the order in which they stand there
 */
export async function originalPlaces(
  file: InputFile,
  cut: Cut,
  wrong: readonly WrongFile[],
  options: ReadOptions,
): Promise<ClientError[]> {
  const sought = new Map(wrong.flatMap((one) => withPlace(one)));
  const found: ClientError[] = [];
  const cutter = new Cutter(file, cut, options.maxBytes);
  for await (const rows of readRows(file.path, options)) {
    for (const row of rows) {
      const placed = cutter.take(row);
      const one = placed && sought.get(placed.group.name);
      if (placed === undefined || one?.place.line !== placed.group.rows) continue;
      const isFirst = !cut.header && placed.group.index === 0 && placed.group.rows === 1;
      found.push(moved(one.error, file.path, placeOf(row, placed, one.place.column), isFirst));
      sought.delete(placed.group.name);
    }
    if (sought.size === 0) break;
  }
  // Of those that were not found the file is another by now, or it is no row that is wrong.
  const others = wrong.filter(
    ({ file: group, error }) => placeIn(error) === undefined || sought.has(group.name),
  );
  return [...found, ...others.map(({ error }) => error)];
}

interface Sought {
  readonly error: ClientError;
  readonly place: Place;
}

function withPlace({ file, error }: WrongFile): [string, Sought][] {
  const place = placeIn(error);
  return place === undefined ? [] : [[file.name, { error, place }]];
}

function placeIn({ details: { line, column } }: ClientError): Place | undefined {
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : undefined;
}

/** Where a character of what a group got of a row stands in the file. */
function placeOf({ line, content }: Row, { slice: { removed } }: PlacedRow, column: number): Place {
  if (removed === undefined) return { line, column };
  const before = countCharacters(content.subarray(0, removed.from));
  const gone = countCharacters(content.subarray(removed.from, removed.to));
  return { line, column: column > before ? column + gone : column };
}

/** @param isFirst whether it is about the first row of a file, which may be one of names */
function moved(error: ClientError, path: string, { line, column }: Place, isFirst: boolean): ClientError {
  const what = error.message.replace(/^.*?Line \d+, column \d+: /su, '');
  const { code, exitCode, help, details } = error;
  return new ClientError(`${path}: Line ${line}, column ${column}: ${what}`, {
    code,
    exitCode,
    expected: isFirst ? 'values, or that the first row is said to name the columns' : error.expected,
    help: isFirst ? `${help ?? 'correct the line'} Where it names the columns add --header` : help,
    details: { ...details, about: path, line, column },
    cause: error,
  });
}
