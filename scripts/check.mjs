/**
 * Runs every check, or those that are named: `npm run check -- biome types`. Goes on after a failure, so that one run
 * shows all that is wrong. The last line is `N passed, N failed`.
 */
import { checks } from './check/checks.mjs';
import { summaryLine, sumOf } from './check/tally.mjs';

/** @param {import('./check/checks.mjs').Check} check */
async function report({ name, check }) {
  const started = performance.now();
  const { tally, text } = await check();
  if (tally.failed > 0 && text !== '') console.log(text.trimEnd());
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const verdict = tally.failed > 0 ? 'FAILED' : 'ok';
  console.log(`${verdict.padEnd(7)}${name} (${seconds} s)`);
  return { name, tally };
}

/** @param {string[]} names */
function chosen(names) {
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length === 0)
    return names.length === 0 ? checks : checks.filter(({ name }) => names.includes(name));
  const known = checks.map(({ name }) => name).join(', ');
  console.error(`No check is named ${unknown.join(', ')}. There are: ${known}.`);
  process.exit(2);
}

const outcomes = [];
for (const check of chosen(process.argv.slice(2))) outcomes.push(await report(check));
const failed = outcomes.filter(({ tally }) => tally.failed > 0).map(({ name }) => name);
const total = sumOf(outcomes.map(({ tally }) => tally));
if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`);
console.log(summaryLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;
