import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../test/temporary-folder.js';
import { runTarget } from './run-target.mjs';

/** A fuzzer whose process ends at some of its cases: no real one can be had. */
const fuzzer = `#!${process.execPath}
const of = (name) => Number(process.argv.find((argument) => argument.startsWith('--' + name + '='))?.split('=')[1]);
const [from, to, announce] = [of('from'), of('to'), process.argv.includes('--announce')];
for (let number = from; number < to; number++) {
  if (announce) console.error('case ' + number);
  if (CRASHES) process.abort();
}
const report = { cases: to - from, doors: { fine: to - from }, defects: 0, told: [], panics: 0, slowest: [0, from] };
console.log(JSON.stringify({ report, peakMemory: 5 }));
`;

async function tallyOf(crashes: string) {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'fuzzer.mjs');
  await writeFile(path, fuzzer.replace('CRASHES', crashes), { mode: 0o755 });
  const target = { name: 'csvs', cases: 50, chunk: 10, maxMemory: 1, alone: false, what: 'a test' };
  const fuzz = { fuzzer: path, binary: '', subjects: '', seed: 1, log: () => undefined };
  return await runTarget(fuzz, target, target.cases);
}

test('runs every case once', async () => {
  const { report, crashes, peakMemory } = await tallyOf('false');
  expect({ cases: report.cases, crashes, peakMemory }).toEqual({ cases: 50, crashes: [], peakMemory: 5 });
});

test('finds the case that ends a process, and goes on behind it', async () => {
  const { report, crashes } = await tallyOf('number === 23 || number === 40');
  expect(report.cases).toBe(48);
  expect(crashes.map(({ number }) => number)).toEqual([23, 40]);
});

test('counts a process that ends once and not again', async () => {
  const { report, crashes } = await tallyOf('number === 23 && !announce');
  expect(report.cases).toBe(50);
  expect(crashes.map(({ number }) => number)).toEqual([-1]);
});
