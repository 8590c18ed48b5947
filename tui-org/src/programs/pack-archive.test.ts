import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { list } from 'tar';
import { listPackageFiles } from './list-package-files.js';
import { packArchive } from './pack-archive.js';

describe('packing a package', () => {
  let dir: string;
  let pack: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'cairn-org-'));
    pack = join(dir, 'pack');
    await mkdir(join(pack, 'src', 'deep'), { recursive: true });
    await mkdir(join(pack, 'target', 'release'), { recursive: true });
    for (const path of ['Scarb.toml', 'README.md', 'src/lib.cairo', 'src/deep/a.cairo', 'src/@b.cairo']) {
      await writeFile(join(pack, path), path);
    }
    for (const path of ['secret.env', 'target/release/hp.executable.json', 'target/release/cache']) {
      await writeFile(join(pack, path), path);
    }
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const sources = ['README.md', 'Scarb.toml', 'src/@b.cairo', 'src/deep/a.cairo', 'src/lib.cairo'];
  const pathsOf = async (names: string[]) => (await listPackageFiles(pack, names)).map((file) => file.path);

  it('takes sources, manifest and README, and nothing else', async () => {
    expect(await pathsOf([])).toEqual(sources);
  });

  it('takes the built executable of that name when asked', async () => {
    expect(await pathsOf(['hp'])).toEqual([...sources, 'target/release/hp.executable.json']);
    expect(await pathsOf(['other'])).toEqual(sources);
  });

  it('refuses a link, so that no file from elsewhere is published', async () => {
    await symlink('/etc/passwd', join(pack, 'src', 'users.cairo'));
    await expect(listPackageFiles(pack, [])).rejects.toThrow(/src\/users\.cairo.*link/);
  });

  it('refuses more files than an archive may hold', async () => {
    const many = Array.from({ length: 2001 }, (_, i) => writeFile(join(pack, 'src', `${i}.cairo`), ''));
    await Promise.all(many);
    await expect(listPackageFiles(pack, [])).rejects.toThrow(/more than 2000 files/);
  });

  it('makes the same archive of the same files at any time', async () => {
    const hashes = [];
    for (const name of ['one.tar', 'two.tar']) {
      await packArchive(pack, await listPackageFiles(pack, []), join(dir, name));
      hashes.push(
        createHash('sha256')
          .update(await readFile(join(dir, name)))
          .digest('hex'),
      );
      await utimes(join(pack, 'Scarb.toml'), 1, 1);
    }
    expect(hashes[0]).toBe(hashes[1]);
    const entries: string[] = [];
    await list({ file: join(dir, 'one.tar'), onReadEntry: (entry) => entries.push(entry.path) });
    expect(entries.map((path) => path.replace('./', '')).sort()).toEqual(sources);
  });
});
