import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { findProgram } from '../programs/find-program.js';
import { writePackage } from '../test/cairo-package.js';
import { lyingServer } from '../test/lying-server.js';
import { openTestWorkplace } from '../test/open-test-workplace.js';
import { labAt, startLab } from '../test/with-api.js';
import { uploadBatches } from './upload-batches.js';

jest.setTimeout(120_000);

const isUpload = (body: Buffer) =>
  body.includes('uploadInputArchive(') || body.includes('uploadInputGroups(');

test('says what got in when the server fails halfway, and goes on from there', async () => {
  await using lab = await startLab();
  await using server = await lyingServer(lab.url);
  const org = labAt(server.url, join(lab.folder, 'data'));
  await org('login', '--username', 'lab');
  await org('publish', await writePackage(join(lab.folder, 'package')), '--name', 'P', '--lease', '10m');
  const inputs = join(lab.folder, 'inputs');
  await mkdir(inputs);
  const names = Array.from({ length: 1003 }, (_, i) => String(i).padStart(4, '0'));
  await Promise.all(names.map((name) => writeFile(join(inputs, `${name}.csv`), `${name}\n`)));

  let uploads = 0;
  const busy = { code: 'SERVER_BUSY', retryAfterSeconds: 600 };
  server.lies = { refusal: (body) => (isUpload(body) && ++uploads > 1 ? busy : undefined) };
  const halfway = await org('add-inputs', 'P', inputs, '--json');
  expect(halfway).toMatchObject({ code: 69, records: [{ error: { code: 'UPLOAD_INCOMPLETE' } }] });
  expect(halfway.stderr).toContain('1000 of 1,003 input groups added, then it failed');
  expect(halfway.stderr).toContain('do the same again');
  expect(halfway.stderr).toMatch(
    /Sending 1,000 files \(.*\) …\nAdded 1000 of 1,003 input groups\.\nSending 3 files/u,
  );

  server.lies = {};
  const rest = await org('add-inputs', 'P', inputs);
  expect(rest.stdout).toBe('Added 3 input groups to P; there already with the same values: 1000.\n');
  const listed = (await org('inputs', 'P', '--json')).records;
  expect(listed.map(({ name, kept }) => [name, kept])).toEqual(names.map((name) => [name, true]));
});

test.each([1, 2])('sends %d files again when the server has room for them, and tells so', async (files) => {
  await using lab = await startLab();
  await using server = await lyingServer(lab.url);
  const org = labAt(server.url, join(lab.folder, 'data'));
  await org('login', '--username', 'lab');
  await org('publish', await writePackage(join(lab.folder, 'package')), '--name', 'P', '--lease', '10m');
  const inputs = join(lab.folder, 'inputs');
  await mkdir(inputs);
  for (let n = 1; n <= files; n += 1) await writeFile(join(inputs, `${n}.csv`), String(n));
  const refusals = [
    { code: 'RATE_LIMITED', retryAfterSeconds: 2 },
    { code: 'SERVER_BUSY', retryAfterSeconds: 0 },
  ];
  server.lies = { refusal: (body) => (isUpload(body) ? refusals.shift() : undefined) };
  const told = await org('add-inputs', 'P', inputs);
  expect(told).toMatchObject({
    code: 0,
    stdout: `Added ${files} input group${files > 1 ? 's' : ''} to P.\n`,
  });
  expect(told.stderr).toMatch(/Come again\. Trying again in 2 s …\nCome again\. Trying again in/u);
  expect(refusals).toEqual([]);
});

test('puts what the server says of an entry down to the file, and adds nothing of its archive', async () => {
  await using lab = await startLab();
  await lab.org('publish', await writePackage(join(lab.folder, 'package')), '--name', 'P', '--lease', '10m');
  const { place } = await openTestWorkplace(lab.dataDir, { url: lab.url });
  const program = await findProgram(place.server, 'P');
  const batch = await Promise.all(
    ['@good', 'bad'].map(async (name) => {
      const path = join(lab.folder, `${name}.csv`);
      await writeFile(path, name === 'bad' ? '1\n2, x3\n' : '1');
      return { name, path, inputCommitment: '0x1', values: 1, bytes: 1 };
    }),
  );
  const plan = { batches: [batch], present: [], twins: new Map() };
  await expect(uploadBatches(place, program.id, plan)).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    message: expect.stringContaining(join(lab.folder, 'bad.csv')),
    details: { about: join(lab.folder, 'bad.csv'), line: 2, column: 4 },
  });
  expect((await lab.org('inputs', 'P', '--json')).records).toEqual([]);
});

test('warns where the server has read other values', async () => {
  await using lab = await startLab();
  await using server = await lyingServer(lab.url);
  const org = labAt(server.url, join(lab.folder, 'data'));
  await org('login', '--username', 'lab');
  await org('publish', await writePackage(join(lab.folder, 'package')), '--name', 'P', '--lease', '10m');
  const inputs = join(lab.folder, 'inputs');
  await mkdir(inputs);
  for (const name of ['a', 'b']) await writeFile(join(inputs, `${name}.csv`), name === 'a' ? '1' : '2');
  server.lies = {
    answer: (data) => {
      const added = data.uploadInputArchive as { inputCommitments: string[] } | undefined;
      added?.inputCommitments.reverse();
    },
  };
  const told = await org('add-inputs', 'P', inputs);
  expect(told.code).toBe(0);
  expect(told.stderr).toMatch(/WARNING: the server read other values out of a:.*\n.*out of b:/u);
});
