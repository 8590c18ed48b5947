import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../test/temporary-folder.js';
import { keyOf, proverKey } from './prover-key.mjs';

const files: [string, string][] = [
  ['Cargo.lock', 'a'],
  ['src/main.rs', 'b'],
];

test('is the same for the same build, and another for any other', () => {
  const keys = [
    keyOf(files, 'rustc 1'),
    keyOf(
      [
        ['Cargo.lock', 'A'],
        ['src/main.rs', 'b'],
      ],
      'rustc 1',
    ),
    keyOf(
      [
        ['Cargo.lock', 'a'],
        ['src/other.rs', 'b'],
      ],
      'rustc 1',
    ),
    keyOf(
      [
        ['Cargo.lock', 'as'],
        ['rc/main.rs', 'b'],
      ],
      'rustc 1',
    ),
    keyOf(files, 'rustc 2'),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(keyOf([...files], 'rustc 1')).toBe(keys[0]);
});

test('counts sources, and neither tests nor documents nor what is built', async () => {
  await using folder = await temporaryFolder();
  const put = async (name: string) => {
    await mkdir(join(folder.path, name, '..'), { recursive: true });
    await writeFile(join(folder.path, name), 'x');
    return proverKey(folder.path);
  };
  const first = await put('Cargo.lock');
  for (const name of [
    'tests/a.rs',
    'PROTOCOL.md',
    'client/index.ts',
    'node_modules/x/y.js',
    '.cairn/binary-path',
  ]) {
    expect(await put(name)).toBe(first);
  }
  const second = await put('src/deep/er.rs');
  expect(second).not.toBe(first);
  expect(await put('assets/table.bin')).not.toBe(second);
});
