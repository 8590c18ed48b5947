import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { keep } from '../lib/keeper.mjs';

/** Hashes so many megabytes, which takes no memory to speak of and all of one CPU. */
const HASH = `
  const { createHash } = require('node:crypto');
  const block = Buffer.alloc(1 << 20);
  const hash = createHash('sha256');
  for (let left = Number(process.argv[1]); left > 0; left -= 1) hash.update(block);
`;

/** Keeps one CPU busy, and ends with its input: none is left behind by a benchmark that failed. */
const BURST = `
  process.stdin.on('end', () => process.exit()).resume();
  const spin = () => {
    for (const until = Date.now() + 50; Date.now() < until; );
    setImmediate(spin);
  };
  spin();
`;

/**
 * Work as a person's program does it: usual priority, in a session of its own, one process for each CPU.
 * @param {{ processes: number, megabytes: number }} amount
 * @returns {Promise<number>} seconds that it took
 */
export async function otherWork({ processes, megabytes }) {
  const began = performance.now();
  const children = Array.from({ length: processes }, () =>
    spawn(process.execPath, ['-e', HASH, String(megabytes)], { stdio: 'ignore', detached: true }),
  );
  for (const child of children) keep(child);
  await Promise.all(children.map((child) => once(child, 'exit')));
  return (performance.now() - began) / 1000;
}

/**
 * Keeps one CPU busy.
 * @returns {() => Promise<void>} what ends it
 */
export function burst() {
  const child = spawn(process.execPath, ['-e', BURST], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const gone = once(child, 'exit');
  return async () => {
    child.kill('SIGKILL');
    await gone;
  };
}
