import { parseArgs } from 'node:util';
import { Failure } from '../lib/failure.mjs';

const usage = 'Usage: npm run bench:api -- [--sizes N,N,…] [--database sqlite|mysql] [--rounds N]';
const DATABASES = /** @type {const} */ (['mysql', 'sqlite']);
/** A window of claims must find as many groups. */
const LEAST_GROUPS = 1000;

/**
 * @param {string[]} args
 * @throws Failure when they make no sense
 */
export function options(args) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '1000,1000000,10000000' },
      database: { type: 'string' },
      rounds: { type: 'string', default: '8' },
    },
  });
  const { sizes, database, rounds } = values;
  const chosen = database === undefined ? DATABASES : DATABASES.filter((kind) => kind === database);
  if (chosen.length === 0)
    throw new Failure(`--database is ${database}; expected sqlite or mysql.\n${usage}`);
  return {
    chosen,
    isWhole: chosen.length === DATABASES.length,
    sizes: sizes
      .split(',')
      .map((text) => whole('--sizes', text, LEAST_GROUPS))
      .sort((a, b) => a - b),
    rounds: whole('--rounds', rounds, 1),
    command: `npm run bench:api -- --sizes ${sizes} --rounds ${rounds}`,
  };
}

/**
 * @param {string} name
 * @param {string} text
 * @param {number} least
 */
function whole(name, text, least) {
  const value = Number(text);
  if (/^\d+$/u.test(text) && value >= least) return value;
  throw new Failure(`${name} has ${text}; expected whole numbers from ${least} on.\n${usage}`);
}
