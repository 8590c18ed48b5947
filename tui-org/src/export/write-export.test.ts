import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { REDUCTION_NOTE, type Reduction } from '../reducer/reduction.js';
import { hostileSet } from '../test/hostile-set.js';
import { type ExportFormat, writeExport } from './write-export.js';

const proofSha256 = 'a'.repeat(64);
const reduction: Reduction = { script: 'best.mjs', sha256: 'b'.repeat(64), value: [1], note: REDUCTION_NOTE };

async function written(format: ExportFormat, made?: Reduction): Promise<string> {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'results');
  await writeExport(path, format, hostileSet, { reduction: made });
  expect(await readdir(folder.path)).toEqual(['results']);
  return readFile(path, 'utf8');
}

test('CSV: numbers as they are, text neutralised, each row with its proof', async () => {
  expect((await written('csv')).split('\n')).toEqual([
    'input_group,total,label,list,trust,bound,problem,proof_sha256',
    `first,-5,'=1+1,[1 2],verified,bound,,${proofSha256}`,
    `"'=HYPERLINK(""x"")",1267650600228229401496703205376,'@x,[],servers-word,UNBOUND,,${proofSha256}`,
    `third,,,,verified,bound,one left over,${proofSha256}`,
    '',
  ]);
  const [head, first, ...rest] = (await written('csv', reduction)).trimEnd().split('\n');
  expect(head).toMatch(/,proof_sha256,own_reducer_not_proven$/);
  expect(first).toMatch(/a,$/);
  expect(rest.at(-1)).toMatch(/^,,,,,,,,"\{""script"":""best\.mjs"".*""note"":""made by.*\}"$/);
});

test('JSON: one object with rows and what they come to, as a reducer made it too', async () => {
  const json = JSON.parse(await written('json', reduction));
  expect(json).toMatchObject({
    program: { id: 'p' },
    aggregates: [{ name: 'total', count: 2, min: -5 }],
    reducer: { script: 'best.mjs', value: [1] },
    rows: [
      { inputGroup: { name: 'first' }, outputs: { total: -5 }, proofSha256 },
      { outputs: { total: '1267650600228229401496703205376' }, bound: false },
      { outputs: null, problem: 'one left over' },
    ],
  });
});

test('NDJSON: a line for each row, and a last one for what a reducer made', async () => {
  const lines = (await written('ndjson', reduction)).trimEnd().split('\n');
  expect(lines).toHaveLength(4);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ proofSha256, outputs: { total: -5 } });
  expect(lines[1]).not.toContain('\u001b');
  expect(JSON.parse(lines[3] ?? '')).toEqual({ reducer: reduction });
});

test('tells how far it is; broken off, it leaves what was there before', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'results');
  await writeFile(path, 'before');
  const [row] = hostileSet.rows;
  const many = { ...hostileSet, rows: row ? Array.from({ length: 5000 }, () => row) : [] };
  const controller = new AbortController();
  const stopped = new Error('stopped');
  const told: number[] = [];
  const writing = writeExport(path, 'ndjson', many, {
    signal: controller.signal,
    onPieces: (pieces) => {
      told.push(pieces);
      if (told.length === 2) controller.abort(stopped);
    },
  });
  await expect(writing).rejects.toBe(stopped);
  expect(await readdir(folder.path)).toEqual(['results']);
  expect(await readFile(path, 'utf8')).toBe('before');
  await writeExport(path, 'ndjson', many, { onPieces: (pieces) => told.push(pieces) });
  expect(told.at(-1)).toBe(5000);
});
