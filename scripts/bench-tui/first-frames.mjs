import { join } from 'node:path';
import { startClient, startProgram } from './client.mjs';
import { replay } from './replay.mjs';

const SIZE = { columns: 80, rows: 24 };

/**
 * Milliseconds from the start of the process.
 * @typedef {object} Start
 * @property {number} frame until the first frame was whole on the terminal
 * @property {number} work until the work was put together, and shown
 */

/**
 * Starts the client again and again, and Node without a program in between.
 * @param {{ server: string, folder: string, rounds: number }} bench
 */
export async function measureFirstFrames({ server, folder, rounds }) {
  const dataDir = join(folder, 'starts');
  // The first one after a build makes what the others find.
  const veryFirst = await startOnce({ server, dataDir });
  /** @type {Start[]} */
  const starts = [];
  /** @type {number[]} */
  const bare = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await bareStart());
    starts.push(await startOnce({ server, dataDir }));
  }
  return { bare, veryFirst, frames: starts.map(({ frame }) => frame), works: starts.map(({ work }) => work) };
}

/** @returns {Promise<number>} milliseconds from the start of a Node that does nothing to its end */
async function bareStart() {
  const { session, clock } = startProgram(['-e', '0']);
  await session.end();
  const took = clock();
  await session[Symbol.asyncDispose]();
  return took;
}

/**
 * @param {{ server: string, dataDir: string }} where
 * @returns {Promise<Start>}
 */
async function startOnce(where) {
  const { session, chunks } = startClient({ ...where, ...SIZE });
  await using _ = session;
  await session.shows('─ Work ─');
  await session.shows('connected');
  session.press('q');
  await session.end();
  return timesOf(chunks, SIZE);
}

/**
 * @param {import('./client.mjs').Chunk[]} chunks
 * @param {{ columns: number, rows: number }} size
 * @returns {Promise<Start>}
 */
export async function timesOf(chunks, size) {
  let frame = Number.POSITIVE_INFINITY;
  let work = Number.POSITIVE_INFINITY;
  await replay(chunks, size, (lines, at) => {
    if (!isWhole(lines)) return;
    frame = Math.min(frame, at);
    if (lines.some((line) => line.includes('─ Work ─'))) work = Math.min(work, at);
  });
  return { frame, work };
}

/**
 * Whether a frame is there from its first line to its last, with the keys that work.
 * @param {string[]} lines
 */
function isWhole(lines) {
  return (
    (lines[0] ?? '').includes('[1 Now] ') &&
    (lines.at(-2) ?? '').endsWith('╯') &&
    (lines.at(-1) ?? '').endsWith('? keys  q quit')
  );
}
