import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { writePackage } from '../test/cairo-package.js';
import { lyingServer } from '../test/lying-server.js';
import { labAt, startLab } from '../test/with-api.js';

jest.setTimeout(120_000);

test('says what got in when the server fails halfway, and goes on from there', async () => {
  await using lab = await startLab();
  await using server = await lyingServer(lab.url);
  const org = labAt(server.url, join(lab.folder, 'data'));
  await org('login', '--username', 'lab');
  await org('publish', await writePackage(join(lab.folder, 'package')), '--name', 'P', '--lease', '10m');
  const inputs = join(lab.folder, 'inputs');
  await mkdir(inputs);
  const names = Array.from({ length: 103 }, (_, i) => String(i).padStart(3, '0'));
  await Promise.all(names.map((name) => writeFile(join(inputs, `${name}.csv`), `${name}\n`)));

  let uploads = 0;
  const isUpload = (body: Buffer) => body.includes('uploadInputGroups(');
  server.lies = { refuse: (body) => isUpload(body) && ++uploads > 1 };
  const halfway = await org('add-inputs', 'P', inputs, '--json');
  expect(halfway).toMatchObject({ code: 69, records: [{ error: { code: 'UPLOAD_INCOMPLETE' } }] });
  expect(halfway.stderr).toContain('100 of 103 input groups added, then it failed');
  expect(halfway.stderr).toContain('run the same command again');

  server.lies = {};
  const rest = await org('add-inputs', 'P', inputs);
  expect(rest.stdout).toBe('Added 3 input groups to P; there already with the same values: 100.\n');
  const listed = (await org('inputs', 'P', '--json')).records;
  expect(listed.map(({ name, kept }) => [name, kept])).toEqual(names.map((name) => [name, true]));
});
