import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from './write-whole.js';

describe('writeWhole', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'cairn-org-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('writes into folders that are not there yet, for the user alone', async () => {
    const path = join(dir, 'a', 'b', 'secret.json');
    await writeWhole(path, '{"a":1}');
    expect(await readFile(path, 'utf8')).toBe('{"a":1}');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(dir, 'a'))).mode & 0o777).toBe(0o700);
  });

  it('replaces what was there and leaves nothing beside it', async () => {
    const path = join(dir, 'file');
    await writeWhole(path, 'old');
    await writeWhole(path, 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(dir)).toEqual(['file']);
  });

  it('leaves nothing behind when it cannot take its final name', async () => {
    const path = join(dir, 'taken');
    await mkdir(join(path, 'full'), { recursive: true });
    await expect(writeWhole(path, 'x')).rejects.toThrow();
    expect(await readdir(dir)).toEqual(['taken']);
  });
});
