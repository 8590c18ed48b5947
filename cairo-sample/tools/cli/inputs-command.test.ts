import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeInputGroups } from '../make-input-groups.js';
import { run } from '../test/run.js';
import { temporaryFolder } from '../test/temporary-folder.js';

const inputs = (folder: string, prefix = '3') =>
  run(['inputs', '--sequence', 'HPPHPH', '--prefix', prefix, '--output', folder]);

test('writes one file for each group, and nothing beside them', async () => {
  await using folder = await temporaryFolder();
  const output = join(folder.path, 'new', 'inputs');
  expect(await inputs(output)).toMatchObject({ code: 0, stdout: `5 input groups in ${output}\n` });
  expect(await readdir(join(folder.path, 'new'))).toEqual(['inputs']);
  for (const { name, csv } of makeInputGroups('HPPHPH', 3)) {
    expect(await readFile(join(output, `${name}.csv`), 'utf8')).toBe(csv);
  }
  expect(await readdir(output)).toHaveLength(5);
});

test('takes an empty folder, and leaves one that is not empty alone', async () => {
  await using folder = await temporaryFolder();
  const output = join(folder.path, 'inputs');
  await mkdir(output);
  expect(await inputs(output)).toMatchObject({ code: 0 });
  const again = await inputs(output);
  expect(again.code).toBe(2);
  expect(again.stderr).toContain('is not empty. Name a new folder with --output.');
  expect(await readdir(folder.path)).toEqual(['inputs']);
});

test('writes nothing when the groups cannot be made or the place is a file', async () => {
  await using folder = await temporaryFolder();
  const output = join(folder.path, 'inputs');
  expect(await inputs(output, '6')).toMatchObject({ code: 2 });
  await writeFile(output, 'mine');
  expect(await inputs(output)).toMatchObject({ code: 2 });
  expect(await readdir(folder.path)).toEqual(['inputs']);
  expect(await readFile(output, 'utf8')).toBe('mine');
});
