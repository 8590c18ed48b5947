import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { type CheckedFile, checkFiles } from './check-files.js';

async function check(contents: Record<string, string>, maxBytes = 1000): Promise<CheckedFile[]> {
  await using folder = await temporaryFolder();
  const files = Object.keys(contents).map((name) => ({ name, path: join(folder.path, `${name}.csv`) }));
  for (const { name, path } of files) await writeFile(path, contents[name] ?? '');
  const { signal } = new AbortController();
  return await checkFiles(files, { maxBytes, width: 2, signal });
}

test('reads the values of each file', async () => {
  const [first, second] = await check({ a: '1,2,3\n', b: '# note\n0x1,2\n3' });
  expect(first).toMatchObject({ name: 'a', values: 3, bytes: 6 });
  expect(second).toMatchObject({ name: 'b', values: 3, inputCommitment: first?.inputCommitment });
});

test('names every file that is wrong, with line and column', async () => {
  const wrong = check({ good: '1', bad: '1,2\n3,,4\n', worse: '1\n2\nx\n' });
  await expect(wrong).rejects.toMatchObject({
    code: 'CSV_INVALID',
    message: expect.stringMatching(/bad\.csv: Line 2, column 3: .*\n.*worse\.csv: Line 3, column 1: /),
    help: expect.stringContaining('nothing was uploaded'),
    details: {
      files: [
        { line: 2, column: 3 },
        { line: 3, column: 1 },
      ],
    },
  });
});

test('refuses a file that the server would not take', async () => {
  await expect(check({ long: '1,'.repeat(600) })).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    message: expect.stringMatching(/long\.csv: the file has 1.2 KiB/),
  });
});

test('shows the first twenty of many', async () => {
  const many = Object.fromEntries(Array.from({ length: 23 }, (_, i) => [`f${i}`, 'x']));
  await expect(check(many)).rejects.toThrow(/… and 3 more$/);
});
