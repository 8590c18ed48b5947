import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, waitUntil } from '@cairn/tui-kit/test';
import { hostileSet } from '../../../test/hostile-set.js';
import { Exporting, type ExportOrder } from './exporting.js';
import { fileAt } from './file-at.js';

const order: ExportOrder = {
  path: '',
  format: 'json',
  set: hostileSet,
  mayReplace: false,
  script: undefined,
  reduction: undefined,
};

const exportingOf = (more: Partial<ExportOrder>, signal = new AbortController().signal) =>
  new Exporting(signal, { ...order, ...more });

test('writes the file, with what a script makes of the very rows that are in it', async () => {
  await using folder = await temporaryFolder();
  const [path, script] = [join(folder.path, 'sums.json'), join(folder.path, 'count.mjs')];
  await writeFile(script, 'export default (rows) => rows.length;');
  const exporting = exportingOf({ path, script: { path: script, seconds: 20, memory: 64 } });
  expect(exporting.quitQuestion()?.title).toContain('in the middle');
  const steps: string[] = [];
  exporting.step.subscribe(() => steps.push(exporting.step.get().step));
  await exporting.run();
  const text = await readFile(path, 'utf8');
  expect(exporting.step.get()).toMatchObject({ step: 'written', size: Buffer.byteLength(text) });
  expect(steps).toEqual(['reducing', 'writing', 'written']);
  expect(JSON.parse(text)).toMatchObject({ reducer: { script: 'count.mjs', value: 2 }, rows: [{}, {}, {}] });
  expect(exporting.quitQuestion()).toBeUndefined();
});

test('replaces nothing that nobody was asked about', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'sums.json');
  await writeFile(path, 'precious');
  const exporting = exportingOf({ path });
  await exporting.run();
  expect(exporting.step.get()).toMatchObject({
    step: 'failed',
    problem: expect.stringContaining('was not there a moment ago'),
  });
  expect(await readFile(path, 'utf8')).toBe('precious');
  const agreed = exportingOf({ path, mayReplace: true });
  await agreed.run();
  expect(agreed.step.get().step).toBe('written');
  expect(await readFile(path, 'utf8')).toMatch(/^\{"program"/u);
});

test('leaves nothing behind when it is stopped, or its script fails', async () => {
  await using folder = await temporaryFolder();
  const script = join(folder.path, 'loop.mjs');
  await writeFile(script, 'export default () => { for (;;); }');
  const path = join(folder.path, 'sums.json');
  const stopped = exportingOf({ path, script: { path: script, seconds: 60, memory: 64 } });
  const run = stopped.run();
  await waitUntil(() => stopped.step.get().step === 'reducing', 5000);
  stopped.stop();
  await run;
  expect(stopped.step.get()).toEqual({ step: 'stopped' });
  const slow = exportingOf({ path, script: { path: script, seconds: 1, memory: 64 } });
  await slow.run();
  expect(slow.step.get()).toMatchObject({
    step: 'failed',
    problem: expect.stringContaining('did not end within 1 seconds'),
  });
  expect(await readdir(folder.path)).toEqual(['loop.mjs']);
});

test('a folder is no file to write, and says so', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'there'));
  await expect(fileAt(join(folder.path, 'there'))).rejects.toMatchObject({
    message: expect.stringContaining('is a folder'),
  });
  await expect(fileAt('/dev/null')).rejects.toMatchObject({ message: '/dev/null is no file' });
  expect(await fileAt(join(folder.path, 'not-there'))).toBeUndefined();
});
