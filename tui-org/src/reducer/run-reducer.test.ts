import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import type { ResultSet } from '../results/result-set.js';
import { runReducer } from './run-reducer.js';

const row = {
  inputGroup: { id: 'g1', name: 'first' },
  proofSha256: 'a'.repeat(64),
  trust: 'verified' as const,
  bound: true,
  values: [2n ** 70n],
};
const set: ResultSet = {
  program: { id: 'p', name: 'adding up', programHash: '0x1' },
  columns: [{ name: 'total', type: { kind: 'felt252' } }],
  rows: [row, { ...row, values: [-3n] }, { ...row, values: [], problem: 'one left over' }],
};

async function reduce(
  source: string,
  { seconds = 20, memory = 64, signal = new AbortController().signal } = {},
) {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'sum.mjs');
  await writeFile(path, source);
  const printed: string[] = [];
  const options = { seconds, memory, signal, onPrint: (text: string) => void printed.push(text) };
  return { reduction: await runReducer(path, set, options), printed };
}

test('what it makes of the readable rows is exact, and stands beside the hash of the script', async () => {
  const source =
    'export default (rows, [column]) => ({ name: column.name, sum: rows.reduce((t, { outputs }) => t + outputs.total, 0n), few: rows.length, env: process.env.PATH ?? null });';
  expect((await reduce(source)).reduction).toEqual({
    script: 'sum.mjs',
    sha256: createHash('sha256').update(source).digest('hex'),
    value: { name: 'total', sum: `${2n ** 70n - 3n}`, few: 2, env: null },
    note: expect.stringContaining('no proof covers it'),
  });
});

test('what it prints is told, and gets nowhere else', async () => {
  const { printed } = await reduce('export default () => { console.log("looking"); return 1; }');
  expect(printed).toEqual(['looking']);
});

test.each([
  ['export default () => { throw new Error("no such fold"); }', 'no such fold'],
  ['export const reduce = 1;', 'its default export is no function'],
  ['export default () => undefined;', 'nothing that JSON can hold'],
  ['export default () => "x".repeat(2e6);', '2000002 characters'],
  ['export default (', 'Unexpected end of input'],
  ['process.exit(0)', 'without an answer'],
  [
    'import { readFileSync } from "node:fs"; export default () => readFileSync("/etc/hostname", "utf8");',
    'restricted',
  ],
])('%s fails with its reason', async (source, reason) => {
  await expect(reduce(source)).rejects.toMatchObject({
    code: 'REDUCER_FAILED',
    message: expect.stringContaining(reason),
  });
});

test('it ends when it takes too long, too much, or is interrupted', async () => {
  await expect(reduce('export default () => { for (;;); }', { seconds: 1 })).rejects.toMatchObject({
    code: 'REDUCER_TIMEOUT',
    exitCode: 3,
  });
  const hoard =
    'export default () => { const all = []; for (;;) all.push(new Array(1000).fill(all.length)); }';
  await expect(reduce(hoard, { memory: 16, seconds: 120 })).rejects.toMatchObject({
    code: 'REDUCER_MEMORY',
    exitCode: 3,
  });
  const buffers =
    'export default () => { const all = []; for (;;) all.push(new Uint8Array(1 << 22).fill(1)); }';
  await expect(reduce(buffers, { memory: 16, seconds: 120 })).rejects.toMatchObject({
    code: 'REDUCER_MEMORY',
    exitCode: 3,
  });
  const interrupted = new Error('interrupted');
  const controller = new AbortController();
  const looping = reduce('export default () => { for (;;); }', { signal: controller.signal });
  setTimeout(() => controller.abort(interrupted), 50);
  await expect(looping).rejects.toBe(interrupted);
});

test('it ends also when it is interrupted while its script is being read', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'loop.mjs');
  await writeFile(path, 'export default () => { for (;;); }');
  const interrupted = new Error('interrupted');
  const controller = new AbortController();
  const options = { seconds: 5, memory: 64, signal: controller.signal, onPrint: () => {} };
  const looping = runReducer(path, set, options);
  controller.abort(interrupted);
  await expect(looping).rejects.toBe(interrupted);
});
