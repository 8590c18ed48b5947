import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commitInput } from '@cairn/prover';
import { jest } from '@jest/globals';
import { writePackage } from '../test/cairo-package.js';
import { lyingServer } from '../test/lying-server.js';
import { type Lab, labAt, startLab } from '../test/with-api.js';

jest.setTimeout(120_000);

/** A lab with a program P, and a file that may be cut. */
async function labWith(text: string): Promise<Lab & { readonly file: string }> {
  const lab = await startLab();
  await lab.org('publish', await writePackage(join(lab.folder, 'package')), '--name', 'P', '--lease', '10m');
  const file = join(lab.folder, 'runs.csv');
  await writeFile(file, text);
  return { ...lab, file };
}

const names = async (org: Lab['org']) => (await org('inputs', 'P', '--json')).records.map(({ name }) => name);

/** What is left in the client's folder of what it worked with. */
async function leftovers({ dataDir }: Lab): Promise<string[]> {
  const servers = join(dataDir, 'servers');
  const folders = await Promise.all((await readdir(servers)).map((one) => readdir(join(servers, one))));
  return folders.flat().filter((name) => name.startsWith('work-'));
}

test('cuts every so many rows, tells first what it would do, and the second time adds what is new', async () => {
  await using lab = await labWith('1,2\n3,4\n# note\n5,6\n');
  const add = (...more: string[]) => lab.org('add-inputs', 'P', lab.file, '--cut-rows', '2', ...more);
  const dry = await add('--dry-run');
  expect(dry).toMatchObject({ code: 0, stderr: 'Cut into 2 input groups.\n' });
  expect(dry.stdout).toBe(
    [
      'NAME            ROWS  VALUES  SIZE  WHAT HAPPENS',
      'runs-000000001     2       4   8 B  is sent',
      'runs-000000003     1       2   4 B  is sent',
      '',
      'Nothing was sent: 2 input groups would be added to P, 0 are there already.',
      '',
    ].join('\n'),
  );
  expect(await names(lab.org)).toEqual([]);
  expect(await add()).toMatchObject({ code: 0, stdout: 'Added 2 input groups to P.\n' });
  await writeFile(lab.file, '1,2\n3,4\n5,6\n7,8\n');
  expect(await add('--json', '--dry-run')).toMatchObject({
    code: 2,
    records: [{ error: { code: 'INPUT_NAME_TAKEN', names: ['runs-000000003'] } }],
  });
  await writeFile(lab.file, '1,2\n3,4\n5,6\n\n7,8\n');
  expect(await lab.org('add-inputs', 'P', lab.file, '--cut-rows', '1')).toMatchObject({ code: 2 });
  await writeFile(lab.file, '1,2\n3,4 # same\n5,6\n');
  expect(await add('--dry-run', '--json')).toMatchObject({
    records: [
      { name: 'runs-000000001', added: false, id: expect.any(String), rows: 2, firstLine: 1, values: 4 },
      { name: 'runs-000000003', added: false, id: expect.any(String), rows: 1, firstLine: 3, values: 2 },
    ],
  });
  expect(await add()).toMatchObject({
    code: 0,
    stdout: 'Added 0 input groups to P; there already with the same values: 2.\n',
  });
  expect(await leftovers(lab)).toEqual([]);
});

test('cuts by a column that is left out, and keeps each group as it was sent', async () => {
  await using lab = await labWith('city, seed\nKyoto, 1\nOslo/N, 2\nKyoto, 3\n');
  const how = ['--cut-by', 'city', '--header', '--drop-column'];
  const added = await lab.org('add-inputs', 'P', lab.file, ...how, '--json');
  expect(added.records.map(({ name, values }) => [name, values])).toEqual([
    ['runs-Kyoto', 2],
    ['runs-Oslo%2FN', 1],
  ]);
  expect((await lab.org('inputs', 'P', '--json')).records).toMatchObject([{ kept: true }, { kept: true }]);
  const [server = ''] = await readdir(join(lab.dataDir, 'servers'));
  const kept = join(lab.dataDir, 'servers', server, 'inputs', `${added.records[0]?.sha256}.csv`);
  expect(await readFile(kept, 'utf8')).toBe(' 1\n 3\n');
  expect((await commitInput(kept)).inputCommitment).toBe(added.records[0]?.inputCommitment);
});

test('a row that is wrong is named by its place in the file, and nothing is added', async () => {
  await using lab = await labWith("# seeds\n'a',1\n\n'b',2\n'a', 4x\n");
  const wrong = await lab.org('add-inputs', 'P', lab.file, '--cut-by', '1');
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toMatch(/^error: .*runs\.csv: Line 5, column 6: '4x' is not a value/u);
  expect(wrong.stderr).toContain('nothing was uploaded');
  const few = await lab.org('add-inputs', 'P', lab.file, '--cut-by', '3', '--json');
  expect(few.records).toMatchObject([{ error: { code: 'CSV_INVALID', line: 2, column: 6 } }]);
  const other = join(lab.folder, 'other.csv');
  await writeFile(other, '1\n');
  const two = await lab.org('add-inputs', 'P', lab.file, other, '--cut-rows', '2');
  expect(two).toMatchObject({ code: 2, stderr: expect.stringContaining('2 files are named to be cut') });
  const both = await lab.org('add-inputs', 'P', lab.file, '--cut-rows', '2', '--cut-by', '1');
  expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining('--cut-rows') });
  expect(await names(lab.org)).toEqual([]);
  expect(await leftovers(lab)).toEqual([]);
});

test('warns of groups with the same values', async () => {
  await using lab = await labWith('1\n2\n1\n');
  const added = await lab.org('add-inputs', 'P', lab.file, '--cut-rows', '1');
  expect(added.code).toBe(0);
  expect(added.stderr).toContain(
    'WARNING: 1 input group with the same values as another: runs-000000003 as runs-000000001.',
  );
});

test('after a failure halfway the same command adds the rest, and none twice', async () => {
  await using lab = await labWith('1\n2\n3\n4\n5\n');
  await using server = await lyingServer(lab.url);
  const org = labAt(server.url, join(lab.folder, 'data'));
  await org('login', '--username', 'lab');
  /** A server that takes two of them at once. */
  const small = (data: Record<string, unknown>) => {
    const limits = data.serverInfo as { maxInputArchiveBytes: number } | undefined;
    if (limits !== undefined) limits.maxInputArchiveBytes = 5000;
  };
  let uploads = 0;
  const isUpload = (body: Buffer) => /uploadInput(?:Archive|Groups)\(/u.test(String(body));
  server.lies = { answer: small, refuse: (body) => isUpload(body) && ++uploads > 1 };
  const add = () => org('add-inputs', 'P', lab.file, '--cut-rows', '1');
  const halfway = await add();
  expect(halfway).toMatchObject({ code: 69 });
  expect(halfway.stderr).toContain('2 of 5 input groups added, then it failed');
  server.lies = {};
  expect(await add()).toMatchObject({
    code: 0,
    stdout: 'Added 3 input groups to P; there already with the same values: 2.\n',
  });
  const listed = (await org('inputs', 'P', '--json')).records;
  expect(listed.map(({ name, kept }) => [name, kept])).toEqual(
    [1, 2, 3, 4, 5].map((row) => [`runs-00000000${row}`, true]),
  );
});

test('an answer that is lost on its way is no second upload', async () => {
  await using lab = await labWith('1\n2\n3\n');
  await using server = await lyingServer(lab.url);
  const data = join(lab.folder, 'data');
  await mkdir(data);
  const org = labAt(server.url, data);
  await org('login', '--username', 'lab');
  // The groups get in, and the client is told something else.
  server.lies = { answer: (answer) => delete answer.uploadInputArchive };
  expect((await org('add-inputs', 'P', lab.file, '--cut-rows', '1')).code).not.toBe(0);
  expect(await names(lab.org)).toHaveLength(3);
  server.lies = {};
  expect(await org('add-inputs', 'P', lab.file, '--cut-rows', '1')).toMatchObject({
    stdout: 'Added 0 input groups to P; there already with the same values: 3.\n',
  });
  expect((await org('inputs', 'P', '--json')).records).toMatchObject(Array(3).fill({ kept: true }));
});
