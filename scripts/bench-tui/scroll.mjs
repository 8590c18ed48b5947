import { setTimeout as pause } from 'node:timers/promises';
import { startClient } from './client.mjs';
import { lookAtList } from './look-at-list.mjs';
import { replay } from './replay.mjs';

/** Keys that are held down, each for so many seconds, as a quick keyboard repeats them. */
const HOLD_SECONDS = 5;
const REPEATS_A_SECOND = 60;

const SIZES = /** @type {const} */ ([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
]);

const KEYS = /** @type {const} */ ([
  { name: 'down', sent: 'j' },
  { name: 'page down', sent: '\u001B[6~' },
]);

/**
 * What came of a key that was held down.
 * @typedef {object} Scroll
 * @property {string} key
 * @property {string} size
 * @property {number} presses
 * @property {number} frames that reached the terminal and were another than the one before
 * @property {number} framesPerSecond between the first and the last of them
 * @property {number} longest milliseconds between two of them
 * @property {string[]} faults what was wrong with frames
 * @property {number} cursor the row on which it ended
 * @property {number} expected the row on which it had to end
 */

/**
 * Holds keys down in a history of many rows, and looks at every frame.
 * @param {{ server: string, dataDir: string, rows: number }} bench
 * @returns {Promise<Scroll[]>}
 */
export async function measureScroll({ server, dataDir, rows }) {
  const scrolls = [];
  for (const size of SIZES)
    for (const key of KEYS) scrolls.push(await holdDown(key, { server, dataDir, size, count: rows }));
  return scrolls;
}

/**
 * @param {(typeof KEYS)[number]} key
 * @param {{ server: string, dataDir: string, size: (typeof SIZES)[number], count: number }} bench
 * @returns {Promise<Scroll>}
 */
async function holdDown({ name, sent }, { server, dataDir, size, count }) {
  const { session, chunks, clock } = startClient({ server, dataDir, ...size });
  await using _ = session;
  await session.shows('● connected');
  session.press('3');
  await session.shows(`1 of ${count.toLocaleString('en-US')}`);
  // What the server says of the newest of them comes by and by, and is drawn.
  await session.shows(settled(session));
  const began = clock();
  const presses = await repeat(() => session.press(sent));
  const page = pageOf(session.screen.lines());
  const expected = Math.min(count, 1 + presses * (name === 'down' ? 1 : page));
  await session.shows(`${expected.toLocaleString('en-US')} of `).catch(() => {});
  session.press('q');
  await session.end();
  return {
    key: name,
    size: `${size.columns}×${size.rows}`,
    presses,
    expected,
    ...(await framesSince(began, chunks, size)),
  };
}

/** Whether nothing was written for a while. @param {import('./client.mjs').Client['session']} session */
function settled(session) {
  let before = { length: 0, at: performance.now() };
  return () => {
    const { length } = session.screen.raw;
    if (length !== before.length) before = { length, at: performance.now() };
    return performance.now() - before.at > 1000;
  };
}

/** Presses a key as long as it is held down. @param {() => void} press @returns how often */
async function repeat(press) {
  const began = performance.now();
  let presses = 0;
  while (performance.now() - began < HOLD_SECONDS * 1000) {
    const due = Math.floor(((performance.now() - began) / 1000) * REPEATS_A_SECOND);
    for (; presses < due; presses += 1) press();
    await pause(1000 / REPEATS_A_SECOND);
  }
  return presses;
}

/** Rows by which a page goes on: all in sight but one. @param {string[]} lines */
function pageOf(lines) {
  return lines.filter((line) => / fold \/ \d{5} /u.test(line)).length - 1;
}

/**
 * @param {number} began
 * @param {import('./client.mjs').Chunk[]} chunks
 * @param {(typeof SIZES)[number]} size
 */
async function framesSince(began, chunks, size) {
  /** @type {{ at: number, cursor: number }[]} */
  const frames = [];
  /** @type {string[]} */
  const faults = [];
  await replay(chunks, size, (lines, at) => {
    if (at < began || !(lines[0] ?? '').includes('[3 History]')) return;
    const found = lookAtList(lines);
    if ('fault' in found) faults.push(found.fault);
    else if (found.cursor !== frames.at(-1)?.cursor) frames.push({ at, cursor: found.cursor });
  });
  const gaps = frames.slice(1).map(({ at }, place) => at - (frames[place]?.at ?? at));
  const span = (frames.at(-1)?.at ?? 0) - (frames[0]?.at ?? 0);
  return {
    frames: frames.length,
    framesPerSecond: span > 0 ? (gaps.length / span) * 1000 : 0,
    longest: Math.max(0, ...gaps),
    faults,
    cursor: frames.at(-1)?.cursor ?? 0,
  };
}
