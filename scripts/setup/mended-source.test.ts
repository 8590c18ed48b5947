import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { temporaryFolder } from '../test/temporary-folder.js';
import { ensureMendedSource, mend, mendText } from './mended-source.mjs';

async function downloaded(folder: string, text: string): Promise<string> {
  const source = join(folder, 'registry', 'crate');
  await mkdir(dirname(join(source, mend.file)), { recursive: true });
  await writeFile(join(source, mend.file), text);
  await writeFile(join(source, 'Cargo.toml'), '[package]');
  await writeFile(join(source, '.cargo-ok'), '{"v":1}');
  return source;
}

test('copies the crate with the one call renamed', async () => {
  await using folder = await temporaryFolder();
  const source = await downloaded(folder.path, 'mask\n  .to_int()\n  .cast()');
  const copy = join(folder.path, 'sources', 'crate');
  await ensureMendedSource(copy, async () => source);
  expect(await readFile(join(copy, mend.file), 'utf8')).toBe('mask\n  .to_simd()\n  .cast()');
  expect((await readdir(copy)).sort()).toEqual(['Cargo.toml', 'src']);
  expect(await readdir(dirname(copy))).toEqual(['crate']);
});

test('does not look for the source when the copy is there', async () => {
  await using folder = await temporaryFolder();
  const source = await downloaded(folder.path, '.to_int()');
  const copy = join(folder.path, 'copy');
  await ensureMendedSource(copy, async () => source);
  await ensureMendedSource(copy, () => Promise.reject(new Error('looked')));
});

test('leaves nothing behind when the crate is not as expected', async () => {
  await using folder = await temporaryFolder();
  const source = await downloaded(folder.path, 'nothing to rename');
  const copy = join(folder.path, 'sources', 'crate');
  await expect(ensureMendedSource(copy, async () => source)).rejects.toThrow(Failure);
  expect(await readdir(folder.path)).toEqual(['registry']);
});

test.each(['', '.to_int() .to_int()'])('expects exactly one call: %j', (text) => {
  expect(() => mendText(text)).toThrow('exactly one was expected');
});
