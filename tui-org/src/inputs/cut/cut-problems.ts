import { MAX_INPUT_VALUES } from '@cairn/shared-schema';
import { ClientError, formatBytes, formatCount } from '@cairn/tui-kit';
import { type Cut, MOST_GROUPS } from './cut.js';
import type { CutGroup } from './cutter.js';

/** A file that would be cut into more groups than are taken at once. */
export function tooMany(path: string, by: Cut['by']): ClientError {
  const help =
    'rows' in by
      ? 'put more rows into each group'
      : 'cut by a column with fewer different values, or every so many rows';
  return new ClientError(`${path} would be cut into more than ${formatCount(MOST_GROUPS)} input groups`, {
    code: 'TOO_MANY_GROUPS',
    expected: `at most ${formatCount(MOST_GROUPS)} out of one file`,
    help: `${help} (nothing was uploaded)`,
    details: { about: path },
  });
}

/** A group that one more row would make larger than the server or the prover takes. */
export function tooLarge(
  path: string,
  line: number,
  { name, rows }: CutGroup,
  { maxBytes, by }: { readonly maxBytes: number; readonly by: Cut['by'] },
): ClientError {
  const most = `${formatBytes(maxBytes)} and ${formatCount(MAX_INPUT_VALUES)} values`;
  return new ClientError(
    `${path}: with line ${line} the input group ${JSON.stringify(name)} becomes too large`,
    {
      code: 'GROUP_TOO_LARGE',
      expected: `at most ${most} in a group`,
      help: `${whatThen(rows, by)} (nothing was uploaded)`,
      details: { about: path, line, name },
    },
  );
}

function whatThen(rows: number, by: Cut['by']): string {
  if (rows === 0) return 'break the line into rows';
  if ('rows' in by) return `put at most ${formatCount(rows)} rows into each group`;
  return 'cut by a column with more different values, or every so many rows';
}

/** Two values after which two groups would have one name. */
export function oneName(
  path: string,
  { line, name }: { readonly line: number; readonly name: string },
  other: Pick<CutGroup, 'name' | 'firstLine'>,
): ClientError {
  const [one, two] = [name, other.name].map((text) => JSON.stringify(text));
  return new ClientError(
    `${path}: the rows of line ${other.firstLine} and of line ${line} would be two input groups of one name, ${two} and ${one}`,
    {
      code: 'INPUT_NAME_TAKEN',
      expected: 'values that differ in more than case, quotes or the form of letters',
      help: 'write one of the two values otherwise, or cut by another column (nothing was uploaded)',
      details: { about: path, line, name },
    },
  );
}

/** A file without a row for a group. */
export function noRows(path: string, header: boolean): ClientError {
  const but = header ? ' but the one that names the columns' : '';
  return new ClientError(`${path} has no rows${but}`, {
    code: 'CSV_INVALID',
    expected: 'at least one line of values',
    help: 'check whether it is the right file (nothing was uploaded)',
    details: { about: path },
  });
}
