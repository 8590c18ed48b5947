import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commitInput } from '@cairn/prover';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { checkFiles } from '../check-files.js';
import type { Cut } from './cut.js';
import { cutFile } from './cut-file.js';
import { originalPlaces } from './original-places.js';
import { pick, randomCsv, seeded } from './test/random-csv.js';

const { signal } = new AbortController();
const MAX_BYTES = 1_000_000;

/** A folder with a file to cut, and one for its groups. */
async function folderWith(text: string | Buffer) {
  const root = await temporaryFolder();
  const file = { name: 'runs', path: join(root.path, 'runs.csv') };
  await writeFile(file.path, text);
  const folder = join(root.path, 'groups');
  await mkdir(folder);
  const dispose = () => root[Symbol.asyncDispose]();
  return { file, folder, root: root.path, [Symbol.asyncDispose]: dispose };
}

test('writes a file for each group, with its rows as they stand there', async () => {
  await using at = await folderWith('1,2 # one\n\n3,4\r\n5,6');
  const read: number[][] = [];
  const options = { folder: at.folder, maxBytes: MAX_BYTES, signal };
  const groups = await cutFile(
    at.file,
    { header: false, by: { rows: 2 } },
    { ...options, onRead: (...amounts) => read.push(amounts) },
  );
  expect(groups).toEqual([
    {
      name: 'runs-000000001',
      path: expect.any(String),
      cutFrom: { path: at.file.path, rows: 2, firstLine: 1 },
    },
    {
      name: 'runs-000000003',
      path: expect.any(String),
      cutFrom: { path: at.file.path, rows: 1, firstLine: 4 },
    },
  ]);
  const texts = await Promise.all(groups.map(({ path }) => readFile(path, 'utf8')));
  expect(texts).toEqual(['1,2 \n3,4\n', '5,6\n']);
  expect((await stat(groups[0]?.path ?? '')).mode & 0o777).toBe(0o600);
  expect(read).toEqual([[19, 19]]);
});

test('groups by a column in many more pieces than wait at once', async () => {
  const rows = Array.from({ length: 500_000 }, (_, at) => `${at % 3000},${'9'.repeat(70)}${at}`);
  await using at = await folderWith(rows.join('\n'));
  const cut: Cut = { header: false, by: { column: 1, keep: true } };
  const groups = await cutFile(at.file, cut, { folder: at.folder, maxBytes: MAX_BYTES, signal });
  expect(groups).toHaveLength(3000);
  for (const index of [0, 1, 1499, 2999]) {
    const lines = (await readFile(groups[index]?.path ?? '', 'utf8')).trimEnd().split('\n');
    expect(lines).toEqual(rows.filter((_, row) => row % 3000 === index));
  }
}, 60_000);

test.each(['', '# nothing\n\n'])('a file without rows is refused: %j', async (text) => {
  await using at = await folderWith(text);
  const options = { folder: at.folder, maxBytes: MAX_BYTES, signal };
  await expect(cutFile(at.file, { header: false, by: { rows: 2 } }, options)).rejects.toThrow(
    `${at.file.path} has no rows`,
  );
  await writeFile(at.file.path, 'a,b\n');
  await expect(cutFile(at.file, { header: true, by: { rows: 2 } }, options)).rejects.toThrow(
    'has no rows but the one that names the columns',
  );
});

test('a folder and a column that is no text are refused, and it can be broken off', async () => {
  await using at = await folderWith(Buffer.from([0x31, 0x0a, 0xc3, 0xa4, 0xff, 0x2c, 0x31]));
  const options = { folder: at.folder, maxBytes: MAX_BYTES, signal };
  const byRows: Cut = { header: false, by: { rows: 2 } };
  await expect(cutFile({ ...at.file, path: at.root }, byRows, options)).rejects.toThrow('is no file');
  const byColumn: Cut = { header: false, by: { column: 1, keep: true } };
  await expect(cutFile(at.file, byColumn, options)).rejects.toThrow('Line 2, column 1: not UTF-8');
  await expect(cutFile(at.file, byRows, { ...options, signal: AbortSignal.abort() })).rejects.toThrow();
  expect(await readdir(at.folder)).toEqual([]);
});

describe('beside the prover', () => {
  const CUTS: readonly Cut[] = [
    { header: false, by: { rows: 7 } },
    { header: false, by: { column: 2, keep: true } },
    { header: false, by: { column: 2, keep: false } },
  ];

  test('groups of rows one after the other have the commitment of the file', async () => {
    const random = seeded(3);
    for (let round = 0; round < 15; round += 1) {
      const { text } = randomCsv(random);
      await using at = await folderWith(text);
      const options = { folder: at.folder, maxBytes: MAX_BYTES, signal };
      const groups = await cutFile(at.file, { header: false, by: { rows: 1 + random(9) } }, options);
      const joined = join(at.root, 'joined.csv');
      await writeFile(joined, Buffer.concat(await Promise.all(groups.map(({ path }) => readFile(path)))));
      expect(await commitInput(joined)).toEqual(await commitInput(at.file.path));
    }
  });

  test('what is wrong is found at the place that the prover names in the whole file', async () => {
    const random = seeded(9);
    for (let round = 0; round < 30; round += 1) {
      const { text } = randomCsv(random, { columns: 4, values: ['0', '7', '0x7', "'a,b'"] });
      const lines = text.split('\n');
      const places = lines.flatMap((line, index) => (/^[^#]*,[^#]*,/u.test(line) ? [index] : []));
      const index = pick(random, places);
      // In the first column, or behind the last value: never in the second one.
      const line = lines[index] ?? '';
      lines[index] =
        random(2) === 0 ? line.replace(/^(\u{feff}?)/u, "$1 'é',") : line.replace(/(?:#.*|\r)?$/su, ',x y$&');
      await using at = await folderWith(lines.join('\n'));
      const told = await commitInput(at.file.path).catch((error: unknown) => error);
      const how = pick(random, CUTS);
      const options = { maxBytes: MAX_BYTES, signal };
      const groups = await cutFile(at.file, how, { folder: at.folder, ...options });
      const checked = checkFiles(groups, {
        ...options,
        width: 2,
        explain: (wrong) => originalPlaces(at.file, how, wrong, options),
      });
      const { line: wrongLine, column } = (told as { details: { line: number; column: number } }).details;
      await expect(checked).rejects.toMatchObject({
        code: 'CSV_INVALID',
        message: expect.stringContaining(`runs.csv: Line ${wrongLine}, column ${column}: `),
        details: { about: at.file.path, line: wrongLine, column },
      });
    }
  }, 60_000);
});

test('names every wrong group, in the order of the file, and thinks of a first row of names', async () => {
  await using at = await folderWith('a,b\n1,2\n\n3,4x\n5,6\n7x,8\n');
  const how: Cut = { header: false, by: { rows: 1 } };
  const options = { maxBytes: MAX_BYTES, signal };
  const groups = await cutFile(at.file, how, { folder: at.folder, ...options });
  const explain = (wrong: Parameters<typeof originalPlaces>[2]) =>
    originalPlaces(at.file, how, wrong, options);
  await expect(checkFiles(groups, { ...options, width: 2, explain })).rejects.toMatchObject({
    message: expect.stringMatching(/Line 1, column 1: .*\n.*Line 4, column 3: .*\n.*Line 6, column 1: /u),
    expected: 'values, or that the first row is said to name the columns',
    help: expect.stringMatching(/add --header \(nothing was uploaded\)$/u),
  });
});
