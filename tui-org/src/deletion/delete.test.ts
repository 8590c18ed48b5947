import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { writePackage } from '../test/cairo-package.js';
import { startLab } from '../test/with-api.js';

jest.setTimeout(120_000);

test('input groups, a program and the account are deleted, never without a word about what is lost', async () => {
  await using lab = await startLab();
  const packageDir = await writePackage(join(lab.folder, 'package'));
  for (const name of ['first', 'second', 'third'])
    await writeFile(join(lab.folder, `${name}.csv`), `${name.length}\n`);
  await lab.org('publish', packageDir, '--name', 'Adding up', '--lease', '10m');
  const files = ['first', 'second', 'third'].map((name) => join(lab.folder, `${name}.csv`));
  await lab.org('add-inputs', 'adding up', ...files);

  const inputs = ['delete', 'inputs', 'adding up'];
  expect(await lab.org(...inputs, 'first', 'fourth', '--yes')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"fourth"'),
  });
  expect(await lab.org(...inputs, 'first')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('1 input group will be deleted at the server, and with it nothing'),
  });
  for (const unclear of [[], ['first', '--all'], ['--all', '--state', 'failed']])
    expect(await lab.org(...inputs, ...unclear, '--yes')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--all'),
    });
  expect((await lab.org(...inputs, 'FIRST', '--yes')).stdout).toBe('1 input group deleted.\n');
  expect(await lab.org(...inputs, '--state', 'failed', '--yes')).toMatchObject({ code: 3 });
  expect((await lab.org(...inputs, '--state', 'available', '--yes', '--json')).records).toEqual([
    expect.objectContaining({ deleted: 'inputGroup', name: 'second' }),
    expect.objectContaining({ deleted: 'inputGroup', name: 'third' }),
  ]);
  expect((await lab.org('inputs', 'adding up', '--json')).records).toEqual([]);
  expect(await lab.org(...inputs, '--all', '--yes')).toMatchObject({ code: 3 });

  expect(await lab.org('delete', 'program', 'adding up')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'The program Adding up will be deleted at the server, with 0 input groups',
    ),
  });
  expect((await lab.org('delete', 'program', 'adding up', '--yes')).stdout).toBe('Adding up is deleted.\n');
  expect((await lab.org('programs', '--json')).records).toEqual([]);

  expect(await lab.org('delete', 'account')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'The account of Lab will be deleted at the server for good, with 0 programs',
    ),
  });
  expect((await lab.org('delete', 'account', '--yes')).stdout).toBe('The account of Lab is deleted.\n');
  expect(await lab.org('programs')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('nobody is logged in'),
  });
  expect(await lab.org('login', '--username', 'lab')).toMatchObject({ code: 2 });
});
