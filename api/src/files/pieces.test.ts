import { type FileHandle, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { tempFolder } from '../test/temp-folder.js';
import { Pieces } from './pieces.js';

const KB = 1024;

/** What is in a file after these pieces were written to it. */
async function writtenOf(
  pieces: readonly Buffer[],
  before: (file: FileHandle) => void = () => {},
): Promise<Buffer> {
  await using folder = await tempFolder();
  const path = join(folder.path, 'file');
  const file = await open(path, 'wx');
  try {
    before(file);
    const writing = new Pieces(file);
    for (const piece of pieces) await writing.add(piece);
    await writing.write();
    return await readFile(path);
  } finally {
    await file.close();
  }
}

it.each([
  ['none', []],
  ['a small one', [1]],
  ['an empty one among others', [1, 0, 2]],
  ['many small ones', Array.from({ length: 1000 }, () => 1)],
  ['large ones', [300 * KB, 10, 64 * KB, 64 * KB, 64 * KB, 64 * KB, 7]],
])('writes all pieces in their order: %s', async (_, sizes) => {
  const pieces = sizes.map((size, n) => Buffer.alloc(size, n));
  expect((await writtenOf(pieces)).equals(Buffer.concat(pieces))).toBe(true);
});

it('writes the rest when the disk takes a part', async () => {
  const pieces = [Buffer.from('abc'), Buffer.from('def')];
  const short = (file: FileHandle) =>
    jest.spyOn(file, 'writev').mockImplementationOnce(async (buffers) => {
      const { bytesWritten } = await file.write(Buffer.from('abcd'));
      return { bytesWritten, buffers: [...buffers] };
    });
  expect((await writtenOf(pieces, short)).toString()).toBe('abcdef');
});

it('writes many pieces at once', async () => {
  let writes: ReturnType<typeof jest.spyOn> | undefined;
  await writtenOf(
    Array.from({ length: 16 }, () => Buffer.alloc(64 * KB)),
    (file) => {
      writes = jest.spyOn(file, 'writev');
    },
  );
  expect(writes).toHaveBeenCalledTimes(4);
});
