import { HERE, PROOF_STATES, type ProofFilter } from './proof-filter.js';
import { AGE_FORM, readAge } from './read-age.js';

/** A filter as it was typed, and what of it cannot be used (yet): that part is left out. */
export interface TypedFilter {
  readonly filter: ProofFilter;
  readonly problem?: string;
}

type Change = Partial<ProofFilter> | string;

/** `key:value`, with the value in double quotes where it has spaces; or a word. */
const TOKEN = /(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))?/giu;

const READERS: Readonly<Record<string, (value: string) => Change>> = {
  program: (program) => ({ program }),
  donor: (donor) => ({ donor }),
  state: (value) => oneOf('state', value, PROOF_STATES) ?? waiting(value),
  here: (value) => oneOf('here', value, HERE) ?? `here:${value} is none of ${HERE.join(', ')}`,
  age: readAgeBound,
};

/** What the keys of a filter are, for help. */
export const FILTER_HELP: readonly (readonly [form: string, meaning: string])[] = [
  ['folding 9f3a', 'words: names of program and group, hash, id, donor'],
  ['program:"HP folding"', 'of this program'],
  ['donor:9f3a', 'of the donor whose key begins so; donor:none'],
  ['state:waiting', 'waiting, confirmed or rejected'],
  ['here:valid', 'valid, invalid or open (not verified here)'],
  ['age:>2d', 'older than two days; age:<1h for the newest'],
];

/** Reads a filter while it is typed: words, and `program:`, `donor:`, `state:`, `here:` and `age:` with a value. */
export function parseFilter(text: string): TypedFilter {
  const words: string[] = [];
  let filter: Partial<ProofFilter> = {};
  let problem: string | undefined;
  for (const [token, key, quoted, plain] of text.toLowerCase().matchAll(TOKEN)) {
    const value = quoted ?? plain ?? '';
    const read = key === undefined ? undefined : READERS[key];
    if (read === undefined) {
      const word = key === undefined ? value : token;
      if (word !== '') words.push(word);
      continue;
    }
    if (value === '') continue;
    const change = read(value);
    if (typeof change === 'string') problem = change;
    else filter = { ...filter, ...change };
  }
  return { filter: { ...filter, words }, ...(problem === undefined ? {} : { problem }) };
}

/** What is typed of a name is enough: `state:conf`. */
function oneOf<K extends 'state' | 'here'>(
  key: K,
  value: string,
  all: readonly NonNullable<ProofFilter[K]>[],
): Partial<ProofFilter> | undefined {
  const found = all.find((one) => one.toLowerCase().startsWith(value));
  return found === undefined ? undefined : { [key]: found };
}

/** A proof that was submitted waits: people say so. */
function waiting(value: string): Change {
  if ('waiting'.startsWith(value)) return { state: 'SUBMITTED' };
  return `state:${value} is none of waiting, confirmed, rejected`;
}

function readAgeBound(value: string): Change {
  const seconds = readAge(value.slice(1));
  if (seconds !== undefined && value.startsWith('>')) return { olderThan: seconds };
  if (seconds !== undefined && value.startsWith('<')) return { youngerThan: seconds };
  return `age:${value} is not > or < and ${AGE_FORM}`;
}
