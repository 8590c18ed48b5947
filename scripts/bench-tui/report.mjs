import { goalLine } from '../lib/goals.mjs';
import { machineLine } from '../lib/machine.mjs';
import { versionsText } from '../lib/versions-text.mjs';
import { median } from './judge.mjs';

/**
 * @typedef {import('./judge.mjs').Measured & {
 *   command: string,
 *   date: string,
 *   machine: import('../lib/machine.mjs').Machine,
 *   versions: Record<string, string>,
 *   seconds: number,
 *   rows: number,
 *   goals: import('../lib/goals.mjs').Goal[],
 * }} Report
 */

/**
 * The report as a page.
 * @param {Report} report
 */
export function markdown({ command, date, machine, versions, seconds, rows, starts, idle, scrolls, goals }) {
  const { bare, frames, works, veryFirst } = starts;
  return [
    "# The donor's screen",
    '',
    `Written by \`${command}\` on ${date}: ${machineLine(machine)}; ${versionsText(versions)}.`,
    '',
    `The client on a pseudo-terminal, with a real server that has no work. A start is a new process; the first frame is there when the`,
    'terminal shows all of it, from the pages in the first line to the keys in the last. Left alone means that no key is pressed for',
    `${seconds} seconds; what counts is the CPU time of all the client's processes. The history has ${rows.toLocaleString('en-US')} rows; a key is held`,
    'down for five seconds and repeats 60 times a second. Every frame is looked at: whether its rows follow each other, one of them is',
    'under the cursor, and the frame around them says so.',
    '',
    `| ${frames.length} starts | in the middle | at the worst |`,
    '| --- | ---: | ---: |',
    row('`node -e 0`, from start to end', bare),
    row('first frame', frames),
    row('the work is put together, and shown', works),
    '',
    `The very first start after the build took ${veryFirst.frame.toFixed(0)} ms to its first frame: it makes the code ready that later ones find.`,
    '',
    '| left alone on | CPU | bytes written |',
    '| --- | ---: | ---: |',
    ...idle.map(({ page, cpus, written }) => `| ${page} | ${(cpus * 100).toFixed(2)}% | ${written} |`),
    '',
    '| key held down | terminal | presses | frames | a second | longest pause |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    ...scrolls.map(
      ({ key, size, presses, frames: shown, framesPerSecond, longest }) =>
        `| ${key} | ${size} | ${presses} | ${shown} | ${framesPerSecond.toFixed(1)} | ${longest.toFixed(0)} ms |`,
    ),
    '',
    ...goals.map((goal) => `- ${goalLine(goal)}`),
    '',
  ].join('\n');
}

/**
 * @param {string} what
 * @param {number[]} times
 */
function row(what, times) {
  return `| ${what} | ${median(times).toFixed(0)} ms | ${Math.max(...times).toFixed(0)} ms |`;
}
