import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { type CairoPackage, writePackage } from '../test/cairo-package.js';
import { compileLocally } from './compile-locally.js';
import { type DryRun, runDry } from './dry-run.js';

const { signal } = new AbortController();

async function tryOn(csv: string, more: CairoPackage = {}): Promise<DryRun> {
  await using folder = await temporaryFolder();
  const workFolder = join(folder.path, 'work');
  await mkdir(workFolder);
  const packageDir = await writePackage(join(folder.path, 'package'), more);
  const compiled = await compileLocally(packageDir, { signal, workFolder });
  const input = join(folder.path, 'input.csv');
  await writeFile(input, csv);
  return await runDry(compiled, input, { signal, workFolder });
}

test('runs the program and reads its output by the declared names', async () => {
  const tried = await tryOn('1,2\n-10\n');
  expect(tried.values).toEqual([-7n]);
  expect(tried.steps).toBeGreaterThan(0);
  expect(tried.proveMemory).toBeGreaterThan(1e6);
  expect(tried.proveSeconds).toBeGreaterThan(0);
});

test('shows nothing where nothing is declared', async () => {
  expect((await tryOn('1', { cairn: '' })).values).toEqual([]);
});

test('finds out that the output is not what is declared', async () => {
  await expect(tryOn('-1', { cairn: 'outputs = ["total: u8"]' })).rejects.toMatchObject({
    code: 'OUTPUTS_WRONG',
    message: expect.stringContaining('total'),
  });
});

test('finds out that the commitment is missing, which no proof would be accepted without', async () => {
  const source = '#[executable]\nfn main(input: Array<felt252>) -> felt252 { *input[0] }\n';
  await expect(tryOn('7', { source })).rejects.toMatchObject({
    code: 'BINDING_MISSING',
    help: expect.stringContaining('poseidon_hash_span'),
  });
});

/** Returns an array and the number 9. */
function echoing(array: string, outputs = '"nine: u8"'): CairoPackage {
  const main = 'fn main(mut input: Array<felt252>) -> (Array<felt252>, felt252)';
  const source = `#[executable]\n${main} { (${array}, 9) }\n`;
  return { cairn: `input-binding = "echo"\noutputs = [${outputs}]`, source };
}

const LONGER = '{ input.append(8); input }';

test('takes an echo of the input', async () => {
  expect((await tryOn('7,-8', echoing('input'))).values).toEqual([9n]);
});

test.each([
  ['a longer array', LONGER, '"nine: u8"'],
  ['a longer array that fits the declared outputs', LONGER, '"eight: u8", "nine: u8"'],
  ['other values', 'array![*input[1], *input[0]]', '"nine: u8"'],
])('finds out that an echo is of %s', async (_what, array, outputs) => {
  await expect(tryOn('7,-8', echoing(array, outputs))).rejects.toMatchObject({
    code: 'BINDING_MISSING',
    expected: expect.stringContaining('the number of input values (2) and then the values'),
  });
});

test('names line and column of a bad input', async () => {
  await expect(tryOn('1,2\n3,x\n')).rejects.toThrow(/input\.csv: Line 2, column 3: /);
});

test('stops a program that runs for ever at its limit of steps', async () => {
  const source = '#[executable]\nfn main(input: Array<felt252>) -> felt252 { loop {}; 1 }\n';
  await expect(tryOn('1', { source, cairn: 'max-steps = 10000' })).rejects.toMatchObject({
    code: 'STEP_LIMIT',
    exitCode: 3,
  });
});
