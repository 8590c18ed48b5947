/** Numbers that look random and are the same every time. @returns a whole number from 0 to below `below` */
export type Random = (below: number) => number;

export function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[random(from.length)] as T;
}

export interface CsvOptions {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly string[];
}

/** A file, and the values that stand in its rows. */
export interface RandomCsv {
  readonly text: string;
  readonly rows: readonly (readonly string[])[];
}

/** Values in every form, which are those of input groups. */
export const VALUES = ['0', '7', '007', '0x7', '-3', '12345678901234567890', "'a,b'", "'#'", "' x'", "'7'"];
const BLANKS = ['', '', '', ' ', '\t', '  '];
const COMMENTS = ['', '', '', '# note', "#'", '#1,2'];
const LINES_BETWEEN = ['', ' \t', '# nothing', "# it's 1,2"];

/**
 * A file in every form that a person may write it in: blanks, comments, blank lines, both line ends.
 * @param more how many values each row has, and what they are
 */
export function randomCsv(random: Random, more: Partial<CsvOptions> = {}): RandomCsv {
  const { rows, columns, values } = { rows: 30, columns: 3, values: VALUES, ...more };
  const all = Array.from({ length: rows }, () => Array.from({ length: columns }, () => pick(random, values)));
  const lines = all.flatMap((row) => {
    const cells = row.map((value) => pick(random, BLANKS) + value + pick(random, BLANKS));
    const line = cells.join(',') + pick(random, COMMENTS);
    return random(4) === 0 ? [pick(random, LINES_BETWEEN), line] : [line];
  });
  const text = lines
    .map((line, at) => line + (at < lines.length - 1 ? pick(random, ['\n', '\r\n']) : ''))
    .join('');
  return { text: (random(3) === 0 ? '\u{feff}' : '') + text + pick(random, ['', '\n', '\n\n']), rows: all };
}
