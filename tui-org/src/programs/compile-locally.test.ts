import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { writePackage } from '../test/cairo-package.js';
import { compileLocally } from './compile-locally.js';

const { signal } = new AbortController();

async function folders() {
  const root = await temporaryFolder();
  const pack = join(root.path, 'package');
  const workFolder = join(root.path, 'work');
  await mkdir(workFolder);
  return { pack, workFolder, [Symbol.asyncDispose]: () => root[Symbol.asyncDispose]() };
}

test('compiles a package with the real compiler', async () => {
  await using at = await folders();
  const compiled = await compileLocally(await writePackage(at.pack), { signal, workFolder: at.workFolder });
  expect(compiled.programHash).toMatch(/^0x[0-9a-f]+$/);
  expect(compiled.executable.startsWith(at.workFolder)).toBe(true);
  expect(compiled).toMatchObject({ shippedNames: [], manifest: { packageName: 'adding_up' } });
});

test('shows what the compiler says of a program that does not compile', async () => {
  await using at = await folders();
  await writePackage(at.pack, { source: '#[executable]\nfn main() -> felt252 { unknown_name }\n' });
  await expect(compileLocally(at.pack, { signal, workFolder: at.workFolder })).rejects.toMatchObject({
    code: 'COMPILATION_FAILED',
    message: expect.stringContaining(at.pack),
    details: { diagnostics: expect.stringContaining('unknown_name') },
    exitCode: 2,
  });
});

test('says what is missing in a folder that is no package', async () => {
  await using at = await folders();
  await expect(compileLocally(at.workFolder, { signal, workFolder: at.workFolder })).rejects.toMatchObject({
    message: expect.stringContaining('Scarb.toml'),
    help: expect.stringContaining('folder'),
  });
});

test('names the key of a manifest that is wrong', async () => {
  await using at = await folders();
  await writePackage(at.pack, { cairn: 'outputs = ["total: i65"]' });
  await expect(compileLocally(at.pack, { signal, workFolder: at.workFolder })).rejects.toThrow(/outputs/);
});

describe('with a dependency from a registry', () => {
  const dependencies = 'alexandria_math = "0.5.0"';

  test('asks for the executable that scarb builds', async () => {
    await using at = await folders();
    await writePackage(at.pack, { dependencies });
    await expect(compileLocally(at.pack, { signal, workFolder: at.workFolder })).rejects.toMatchObject({
      message: expect.stringContaining('alexandria_math (registry)'),
      help: expect.stringContaining('scarb build'),
    });
  });

  test('takes it when it is there, and ships it', async () => {
    await using at = await folders();
    const plain = await compileLocally(await writePackage(at.pack), { signal, workFolder: at.workFolder });
    await writePackage(at.pack, { dependencies });
    const target = join(at.pack, 'target', 'release');
    await mkdir(target, { recursive: true });
    await writeFile(join(target, 'adding_up.executable.json'), await readFile(plain.executable));
    const taken = await compileLocally(at.pack, { signal, workFolder: at.workFolder });
    expect(taken).toMatchObject({ programHash: plain.programHash, shippedNames: ['adding_up'] });
    expect(taken.executable).toBe(join(target, 'adding_up.executable.json'));
  });
});
