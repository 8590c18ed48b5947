import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore } from './file-store.js';

const SHA_OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('fileStore', () => {
  let dir: string;
  let source: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'cairn-org-'));
    source = join(dir, 'source');
    await writeFile(source, 'abc');
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('keeps a file under its hash, for the user alone, and finds it again', async () => {
    const store = fileStore(join(dir, 'kept'), '.csv');
    expect(await store.put(source)).toBe(SHA_OF_ABC);
    const path = await store.find(SHA_OF_ABC);
    expect(path).toBe(join(dir, 'kept', `${SHA_OF_ABC}.csv`));
    expect(await readFile(path ?? '', 'utf8')).toBe('abc');
    expect((await stat(path ?? '')).mode & 0o777).toBe(0o600);
    expect(await readdir(join(dir, 'kept'))).toEqual([`${SHA_OF_ABC}.csv`]);
  });

  it('says that it does not have a file', async () => {
    expect(await fileStore(join(dir, 'none'), '.csv').find(SHA_OF_ABC)).toBeUndefined();
  });

  it('refuses a file that was altered after it was kept', async () => {
    const store = fileStore(join(dir, 'kept'), '.csv');
    await store.put(source);
    await writeFile(store.pathOf(SHA_OF_ABC), 'abd');
    await expect(store.find(SHA_OF_ABC)).rejects.toMatchObject({ code: 'LOCAL_FILE_DAMAGED' });
  });

  it('takes no name that is not a hash', () => {
    expect(() => fileStore(dir, '').pathOf('../../etc/passwd')).toThrow();
  });

  it('leaves nothing behind when the source cannot be read', async () => {
    const store = fileStore(join(dir, 'kept'), '.csv');
    await expect(store.put(join(dir, 'missing'))).rejects.toThrow('ENOENT');
    expect(await readdir(join(dir, 'kept'))).toEqual([]);
  });
});
