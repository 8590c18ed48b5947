/** Kills that are to be survived. */
const KILLS = 200;

/**
 * What the drill is to show.
 * @param {import('./drill.mjs').Outcome} outcome
 * @param {number} [wanted] kills
 * @returns {import('../lib/goals.mjs').Goal[]}
 */
export function judge({ kills, violations, groups, counts, plans }, wanted = KILLS) {
  const { executed, proved, resumed } = counts;
  const number = (/** @type {number} */ value) => value.toLocaleString('en');
  return [
    { name: 'kills', measured: number(kills), wanted: `at least ${number(wanted)}`, ok: kills >= wanted },
    {
      name: 'violations',
      measured: number(violations.length),
      wanted: 'none',
      ok: violations.length === 0,
    },
    {
      name: 'all-confirmed',
      measured: `${number(groups)} groups, ${number(executed)} executions, ${number(proved)} proofs`,
      wanted: 'one execution and one proof for each group',
      ok: groups > 0 && executed === groups && proved === groups,
    },
    {
      name: 'in-the-middle',
      measured: `${number(resumed)} times work was gone on with; kills by ${plansText(plans)}`,
      wanted: 'at least half as often as there were kills',
      ok: resumed >= kills / 2,
    },
  ];
}

/** @param {Record<string, number>} plans */
export function plansText(plans) {
  const parts = Object.entries(plans).toSorted();
  return parts.map(([by, count]) => `${by} ${count}`).join(', ') || 'nothing';
}
