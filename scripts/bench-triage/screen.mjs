import { setTimeout as pause } from 'node:timers/promises';
import { PtySession } from '@cairn/tui-kit/test';
import { ORGANIZATION } from '../demo/programs.mjs';

/** What a person with an inbox full of proofs waits for; times in milliseconds. */

/** @typedef {import('./world.mjs').World} World */

const SIZE = { columns: 120, rows: 40 };
/** What a terminal sends while a key is held, in milliseconds between two. */
const REPEAT_MS = 25;
const HELD_MS = 5000;
/** How long the slowest step may take at all. */
const LONGEST_MS = 30 * 60_000;

/** @param {World} world */
export async function openScreen({ url, dataDir }) {
  const session = new PtySession(
    process.execPath,
    [ORGANIZATION, '--server', url, '--data-dir', dataDir],
    SIZE,
  );
  await session.shows('› Programs', LONGEST_MS);
  return session;
}

/**
 * @param {PtySession} session
 * @param {number} proofs
 */
export async function measureOpening(session, proofs) {
  const began = performance.now();
  session.press('4');
  await seen(session, () => session.screen.text().includes('❯ group 000000'));
  const opened = performance.now() - began;
  const all = proofs.toLocaleString('en');
  await seen(
    session,
    () => session.screen.text().includes(` of ${all} ─`) && !session.screen.text().includes(' read)'),
  );
  return { opened, whole: performance.now() - began };
}

/**
 * Types a filter key by key, and takes it back; each time until the screen shows it.
 * @param {PtySession} session
 * @returns {Promise<number[]>} what each key took
 */
export async function measureFilter(session) {
  const times = [];
  session.press('/');
  await seen(session, () => session.screen.text().includes('│ /▏'));
  let typed = '';
  for (const key of [...'here:open 0049', ...Array(4).fill('backspace'), ...'123']) {
    typed = key === 'backspace' ? typed.slice(0, -1) : typed + key;
    const began = performance.now();
    session.press(key);
    await seen(session, () => session.screen.text().includes(`│ /${typed}▏`));
    times.push(performance.now() - began);
    await pause(50);
  }
  session.press('esc');
  await seen(session, () => !session.screen.text().includes('▏'));
  return times;
}

/**
 * Holds `j`, and counts what is drawn.
 * @param {PtySession} session
 * @returns {Promise<{ framesPerSecond: number, behindMs: number }>} and how long after the last key the list stood still
 */
export async function measureScrolling(session) {
  session.press('g');
  await pause(500);
  const places = new Set();
  const began = performance.now();
  let keys = 0;
  let looking = true;
  const look = async () => {
    while (looking) {
      places.add(placeOf(session));
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const looked = look();
  while (performance.now() - began < HELD_MS) {
    // Late timers are made up for, as a keyboard would.
    for (; keys * REPEAT_MS <= performance.now() - began; keys += 1) session.press('j');
    await pause(REPEAT_MS);
  }
  const released = performance.now();
  const seconds = (released - began) / 1000;
  const frames = places.size;
  await seen(session, () => placeOf(session) === keys + 1);
  const behindMs = performance.now() - released;
  looking = false;
  await looked;
  return { framesPerSecond: frames / seconds, behindMs };
}

/**
 * Verifies all that waits: stops after a fifth or so, and goes on.
 * @param {PtySession} session
 * @param {number} proofs
 */
export async function measureVerifying(session, proofs) {
  const first = await timed(async () => {
    session.press('V');
    await seen(session, () => doneSoFar(session) >= proofs / 5);
    session.press('X');
    await seen(session, () => session.screen.text().includes('■ stopped after'));
  });
  const [, stopped = '0'] = /■ stopped after ([\d,]+) of/u.exec(session.screen.text()) ?? [];
  const before = Number(stopped.replaceAll(',', ''));
  // The list has heard of all by then.
  await pause(1000);
  const rest = (proofs - before).toLocaleString('en');
  const second = await timed(async () => {
    session.press('V');
    await seen(session, () => session.screen.text().includes(`✓ ${rest} valid in`));
  });
  return { stoppedAfter: before, ms: first + second };
}

/** @param {PtySession} session */
function doneSoFar(session) {
  const [, done = '0'] = /verifying ([\d,]+) of/u.exec(session.screen.text()) ?? [];
  return Number(done.replaceAll(',', ''));
}

/** @param {PtySession} session */
function placeOf(session) {
  const [, place = '0'] = /([\d,]+) of [\d,]+ ─╯/u.exec(session.screen.text()) ?? [];
  return Number(place.replaceAll(',', ''));
}

/** @param {() => Promise<void>} work */
async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/**
 * @param {PtySession} session
 * @param {() => boolean} isThere
 */
async function seen(session, isThere) {
  const began = performance.now();
  while (!isThere()) {
    if (session.exitCode !== undefined || performance.now() - began > LONGEST_MS)
      throw new Error(`the screen does not show what it should:\n${session.screen.text()}`);
    await pause(2);
  }
}
