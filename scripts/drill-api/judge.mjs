/** Kills over all databases together. */
const KILLS = 1000;

/**
 * What the drill is to show.
 * @param {import('./drill.mjs').Outcome[]} outcomes one of each database
 * @returns {import('../lib/goals.mjs').Goal[]}
 */
export function judge(outcomes) {
  const sum = (/** @type {(outcome: import('./drill.mjs').Outcome) => number} */ of) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const kills = sum((outcome) => outcome.kills);
  const each = outcomes.map((outcome) => `${outcome.kills} on ${outcome.database}`).join(', ');
  const violations = sum((outcome) => outcome.violations.length);
  const tried = sum(({ sabotages }) => sabotages.length);
  const noticed = sum(({ sabotages }) => sabotages.filter((one) => one.noticed).length);
  const requests = sum((outcome) => outcome.requests.acknowledged);
  const unanswered = sum((outcome) => outcome.requests.unanswered);
  const databases = new Set(outcomes.map(({ database }) => database)).size;
  return [
    {
      name: 'kills',
      measured: `${kills.toLocaleString('en')} (${each})`,
      wanted: `at least ${KILLS.toLocaleString('en')}, over both databases`,
      ok: kills >= KILLS && databases === 2,
    },
    {
      name: 'violations',
      measured: `${violations} after ${sum(({ checks }) => checks).toLocaleString('en')} restarts`,
      wanted: 'none',
      ok: violations === 0 && sum(({ checks }) => checks) > 0,
    },
    {
      name: 'under-load',
      measured: `${requests.toLocaleString('en')} requests acknowledged, ${unanswered.toLocaleString('en')} cut off`,
      wanted: 'more cut off than kills',
      ok: unanswered > kills,
    },
    {
      name: 'sabotage-noticed',
      measured: `${noticed} of ${tried}`,
      wanted: 'all, at least 10 on each database',
      ok: noticed === tried && outcomes.every(({ sabotages }) => sabotages.length >= 10),
    },
  ];
}
