/** What a machine is to hand out, and how little more groups may slow it down. */
const CLAIMS_PER_SECOND = 2000;
const FLAT = 1.2;
/** What BOINC publishes for one machine. */
const LIVES_PER_SECOND = 102;
const PART_OF_BARE = 0.9;

/**
 * @typedef {object} Measured
 * @property {import('./claims.mjs').Claims[]} claims of each database, the smallest number of groups first
 * @property {import('./lives.mjs').Lives[]} lives
 * @property {import('./queries.mjs').Queries} queries
 */

/**
 * @param {Measured} measured
 * @returns {import('../lib/goals.mjs').Goal[]}
 */
export function judge({ claims, lives, queries }) {
  const byDatabase = [...Map.groupBy(claims, ({ database }) => database)];
  return [
    ...byDatabase.flatMap(([database, sizes]) => [
      ...(database.startsWith('SQLite')
        ? []
        : [
            atLeast(
              `${short(database)}-claims`,
              Math.min(...sizes.map(({ perSecond }) => perSecond)),
              CLAIMS_PER_SECOND,
              0,
              'a second',
            ),
          ]),
      flat(
        `${short(database)}-median-flat`,
        sizes.map(({ median }) => median),
      ),
      flat(
        `${short(database)}-p99-flat`,
        sizes.map(({ p99 }) => p99),
      ),
    ]),
    ...lives.map(({ database, perSecond }) =>
      atLeast(`${short(database)}-lifecycles`, perSecond, LIVES_PER_SECOND, 0, 'a second'),
    ),
    atLeast('plain-queries', queries.ratio, PART_OF_BARE, 2, "of bare Apollo's"),
    noFailures([...claims, ...lives, queries].map(({ failures }) => failures)),
  ];
}

/** @param {string} database with its version */
function short(database) {
  return database.startsWith('SQLite') ? 'sqlite' : 'mysql';
}

/**
 * @param {string} name
 * @param {number} value
 * @param {number} bound
 * @param {number} digits
 * @param {string} unit
 */
function atLeast(name, value, bound, digits, unit) {
  const measured = `${value.toFixed(digits)} ${unit}`;
  return { name, measured, wanted: `at least ${bound} ${unit}`, ok: value >= bound };
}

/**
 * @param {string} name
 * @param {number[]} values the first with the fewest groups
 */
function flat(name, values) {
  const [first = Number.NaN, ...others] = values;
  const wanted = `at most ${FLAT} times that of the fewest groups`;
  if (others.length === 0) return { name, measured: 'one size only', wanted, ok: false };
  const worst = Math.max(...others) / first;
  return { name, measured: `${worst.toFixed(2)} times`, wanted, ok: worst <= FLAT };
}

/** @param {Record<string, number>[]} all */
function noFailures(all) {
  const codes = all.flatMap((failures) =>
    Object.entries(failures).map(([code, times]) => `${times} ${code}`),
  );
  return { name: 'failures', measured: codes.join(', ') || 'none', wanted: 'none', ok: codes.length === 0 };
}
