import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commitInput, compilePackage, execute, prove, verify } from '@cairn/prover';
import { decodeOutputs, leadingFelts, parseProgramManifest } from '@cairn/shared-schema';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { jest } from '@jest/globals';
import { labAt } from '../test/with-api.js';
import { newProgram } from './new-program.js';

jest.setTimeout(120_000);

test('what it makes compiles, runs and is proven as it is', async () => {
  await using root = await temporaryFolder();
  const org = labAt('http://127.0.0.1:9', join(root.path, 'data'));
  const folder = join(root.path, 'programs', 'folding_search');
  const made = await org('new', folder);
  expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('cairn-org publish') });
  expect(await readdir(join(root.path, 'programs'))).toEqual(['folding_search']);

  const manifest = parseProgramManifest(await readFile(join(folder, 'Scarb.toml'), 'utf8'));
  expect(manifest.executableNames).toEqual(['folding_search']);
  const at = (name: string) => join(root.path, name);
  const input = join(folder, 'inputs', 'first.csv');
  const { programHash } = await compilePackage({ packageDir: folder, output: at('executable') }, {});
  await execute({ executable: at('executable'), input, output: at('execution') });
  await prove({ execution: at('execution'), output: at('proof') });
  const verdict = await verify({
    proof: at('proof'),
    executable: at('executable'),
    input,
    binding: 'poseidon',
  });
  expect(verdict).toMatchObject({ valid: true, bound: true, programHash });
  const { values } = await commitInput(input);
  const output = verdict.valid ? verdict.output : [];
  expect(decodeOutputs(output, manifest.outputs, leadingFelts('poseidon', values)).values).toEqual([5n, 18n]);
});

test('each line that one would change says so', async () => {
  await using root = await temporaryFolder();
  const folder = await newProgram(join(root.path, 'mine'));
  const lines = (await readFile(join(folder, 'src', 'lib.cairo'), 'utf8')).split('\n');
  for (const line of [
    '    count: u32,',
    '    sum: felt252,',
    '    let (count, sum) = compute(values);',
    '    let mut sum = 0;',
  ])
    expect(lines[lines.indexOf(line) - 1]).toContain('CHANGE');
  const scarb = (await readFile(join(folder, 'Scarb.toml'), 'utf8')).split('\n');
  for (const field of ['name', 'outputs', 'expected-steps', 'max-steps'])
    expect(scarb[scarb.findIndex((line) => line.startsWith(`${field} =`)) - 1]).toContain('CHANGE');
});

test.each(['Folding', 'a-b', '1st', 'ä', 'x'.repeat(65)])(
  'refuses %s as the name of a package',
  async (name) => {
    await using root = await temporaryFolder();
    await expect(newProgram(join(root.path, name))).rejects.toMatchObject({ code: 'USAGE' });
    expect(await readdir(root.path)).toEqual([]);
  },
);

test('it takes the place of an empty folder and of nothing else', async () => {
  await using root = await temporaryFolder();
  await mkdir(join(root.path, 'empty'));
  await newProgram(join(root.path, 'empty'));
  await writeFile(join(root.path, 'mine'), 'x');
  for (const name of ['empty', 'mine'])
    await expect(newProgram(join(root.path, name))).rejects.toThrow('is there already');
  expect((await readdir(root.path)).sort()).toEqual(['empty', 'mine']);
});
