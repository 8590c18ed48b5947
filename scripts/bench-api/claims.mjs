import { join } from 'node:path';
import { median, quantile } from '../bench-prover/statistics.mjs';
import { repository } from '../lib/repository.mjs';

const script = (/** @type {string} */ name) => join(repository, 'scripts', 'bench-api', name);

/** What the clients' lists of programs ask. */
const COUNTS = {
  query:
    '{ programs(first: 20) { nodes { id groupCounts { available reserved executed proven confirmed failed total } } } }',
  times: 50,
  atOnce: 1,
};

/** Claims of one window: fewer than the smallest number of groups. */
const WINDOW = 800;
/** Donors who ask at once: as many as keep the server busy, and few, whose time tells how long a claim takes. */
const MANY = 128;
const FEW = 4;

/**
 * @typedef {object} Claims
 * @property {string} database
 * @property {number} groups
 * @property {number} perSecond claims of many donors at once, the median of all windows
 * @property {number} serverMs what one of these takes of the server's CPU, in milliseconds
 * @property {number} median milliseconds that a donor waits when few ask at once
 * @property {number} p99 the same, of the slowest hundredth
 * @property {number} counts milliseconds that a list of the programs with counts of their groups takes, the median
 * @property {Record<string, number>} failures
 *
 * @typedef {{ subject: import('./subject.mjs').Subject, rates: number[], cpu: number[], latencies: number[], counts: number[], failures: Record<string, number> }} Tally
 */

/**
 * Claims from servers that have more and fewer groups. Their windows take turns, so that whatever else the machine does meets
 * all of them.
 * @param {import('../demo/children.mjs').Children} children
 * @param {import('./subject.mjs').Subject[]} subjects
 * @param {number} rounds
 * @returns {Promise<Claims[]>}
 */
export async function measureClaims(children, subjects, rounds) {
  /** @type {Tally[]} */
  const tallies = subjects.map((subject) => ({
    subject,
    rates: [],
    cpu: [],
    latencies: [],
    counts: [],
    failures: {},
  }));
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1)
    for (const tally of tallies) await measureWindows(children, tally, round > 0);
  return tallies.map(({ subject: { database, groups }, rates, cpu, latencies, counts, failures }) => ({
    database,
    groups,
    perSecond: median(rates),
    serverMs: median(cpu),
    median: median(latencies),
    p99: quantile(latencies, 0.99),
    counts: median(counts),
    failures,
  }));
}

/**
 * @param {import('../demo/children.mjs').Children} children
 * @param {Tally} tally
 * @param {boolean} isCounted
 */
async function measureWindows(children, tally, isCounted) {
  const { subject, rates, cpu, latencies, failures } = tally;
  for (const atOnce of [MANY, FEW]) {
    const before = await subject.cpu();
    const order = JSON.stringify({ server: subject.url, times: WINDOW, atOnce });
    const load = JSON.parse(await children.run([script('claimers.mjs'), order]));
    const worked = (await subject.cpu()) - before;
    await subject.giveBack(load.groups);
    if (!isCounted) continue;
    for (const [code, times] of Object.entries(load.failures)) failures[code] = (failures[code] ?? 0) + times;
    if (atOnce === FEW) {
      latencies.push(...load.latencies);
    } else {
      rates.push(WINDOW / load.seconds);
      cpu.push((worked * 1000) / WINDOW);
    }
  }
  if (isCounted) await measureCounts(children, tally);
}

/**
 * @param {import('../demo/children.mjs').Children} children
 * @param {Tally} tally
 */
async function measureCounts(children, { subject, counts, failures }) {
  const order = JSON.stringify({ server: subject.url, ...COUNTS });
  const load = JSON.parse(await children.run([script('askers.mjs'), order]));
  Object.assign(failures, load.failures);
  counts.push(...load.latencies);
}
