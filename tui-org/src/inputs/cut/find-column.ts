import { UsageError } from '@cairn/tui-kit';

const MOST_SHOWN = 20;

/**
 * The number of a column that a first row has.
 * @param column its number, or its name
 * @param what it is about, for an error
 * @throws UsageError for a column that is not there, and for a name that two of them have
 */
export function findColumn(column: number | string, names: readonly string[], what: string): number {
  const found = typeof column === 'number' ? column : names.indexOf(column) + 1;
  const isTwice = typeof column === 'string' && names.lastIndexOf(column) >= found;
  if (found >= 1 && found <= names.length && !isTwice) return found;
  const shown = names.slice(0, MOST_SHOWN).map((name, index) => `${index + 1} ${JSON.stringify(name)}`);
  const named = typeof column === 'number' ? `column ${column}` : `column named ${JSON.stringify(column)}`;
  throw new UsageError(`${what}: there is ${isTwice && found > 0 ? 'more than one' : 'no'} ${named}`, {
    expected: `one of those in the first row: ${shown.join(', ')}${names.length > shown.length ? ', …' : ''}`,
    help: 'name the column by its number, or as the first row does',
  });
}
