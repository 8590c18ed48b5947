import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { temporaryFolder } from '../test/temporary-folder.js';
import { type Edit, ensureMendedSource, mend, mendedName, mendText } from './mended-source.mjs';

const call = { file: 'src/prover_types/simd.rs', from: '.to_int()', to: '.to_simd()' };

/** A crate in which every edit finds its place. */
async function downloaded(folder: string, edits: Edit[] = mend.edits): Promise<string> {
  const source = join(folder, 'registry', 'crate');
  for (const file of new Set(mend.edits.map((edit) => edit.file))) {
    const texts = edits.filter((edit) => edit.file === file).map(({ from }) => `>${from}<\n`);
    await mkdir(dirname(join(source, file)), { recursive: true });
    await writeFile(join(source, file), texts.join(''));
  }
  await writeFile(join(source, 'Cargo.toml'), '[package]');
  await writeFile(join(source, '.cargo-ok'), '{"v":1}');
  return source;
}

test('copies the crate with every edit made', async () => {
  await using folder = await temporaryFolder();
  const source = await downloaded(folder.path);
  const copy = join(folder.path, 'sources', 'crate');
  await ensureMendedSource(copy, async () => source);
  for (const { file, from, to } of mend.edits) {
    const text = await readFile(join(copy, file), 'utf8');
    expect(text).toContain(`>${to}<\n`);
    expect(text).not.toContain(`>${from}<\n`);
  }
  expect((await readdir(copy)).sort()).toEqual(['Cargo.toml', 'src']);
  expect(await readdir(dirname(copy))).toEqual(['crate']);
});

test('does not look for the source when the copy is there', async () => {
  await using folder = await temporaryFolder();
  const source = await downloaded(folder.path);
  const copy = join(folder.path, 'copy');
  await ensureMendedSource(copy, async () => source);
  await ensureMendedSource(copy, () => Promise.reject(new Error('looked')));
});

test.each(mend.edits.map((edit, number) => [number, edit.from]))(
  'leaves nothing behind when edit %i has no place: %j',
  async (number) => {
    await using folder = await temporaryFolder();
    const source = await downloaded(
      folder.path,
      mend.edits.filter((_, other) => other !== number),
    );
    const copy = join(folder.path, 'sources', 'crate');
    await expect(ensureMendedSource(copy, async () => source)).rejects.toThrow(Failure);
    expect(await readdir(folder.path)).toEqual(['registry']);
  },
);

test.each(['', '.to_int() .to_int()'])('expects each text exactly once: %j', (text) => {
  expect(() => mendText(text, call)).toThrow(/simd\.rs.*exactly once was expected:\n\.to_int\(\)\n/s);
  expect(mendText('mask\n  .to_int()\n  .cast()', call)).toBe('mask\n  .to_simd()\n  .cast()');
});

test('other edits have another folder', () => {
  const name = mendedName();
  expect(name).toMatch(/^stwo-cairo-common-1\.3\.0-[0-9a-f]{12}$/);
  expect(mendedName(mend.edits.slice(1))).not.toBe(name);
});

test('the tiers that are added hold the columns of the small one and longer sequences', () => {
  const text = mend.edits.map(({ to }) => to).join('\n');
  const seq = (log: number) => 2 ** (log + 1) - 2 ** 21;
  for (const log of [21, 22, 23, 24, 25]) {
    const variant = `PreProcessedTraceVariant::CanonicalSmall${log}`;
    expect(text).toContain(`${variant} => ${10_161_776 + seq(log)},`);
    expect(text).toContain(`${variant} => ${156 + log - 20},`);
    expect(text).toContain(`${variant} => ${log},`);
  }
});
