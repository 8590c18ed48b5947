import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectFiles } from './collect-files.js';

describe('collectFiles', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'cairn-org-'));
    await mkdir(join(dir, 'more', 'deeper'), { recursive: true });
    await mkdir(join(dir, 'empty'));
    for (const path of [
      'b.csv',
      'single',
      'more/z.csv',
      'more/a.CSV',
      'more/notes.txt',
      'more/deeper/x.csv',
    ]) {
      await writeFile(join(dir, path), '1');
    }
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));
  const at = (...paths: string[]) => paths.map((path) => join(dir, path));

  it('takes what a pattern matches, files alone', async () => {
    const names = async (pattern: string) => (await collectFiles(at(pattern))).map(({ name }) => name);
    expect(await names('**/?.csv')).toEqual(['b', 'x', 'z']);
    expect(await names('mor*/{a,z}.*')).toEqual(['a', 'z']);
    expect(await names('s*')).toEqual(['single']);
    await expect(collectFiles(at('nothing*.csv'))).rejects.toThrow('no file matches');
  });

  it('takes files as they are and folders sorted, and names groups for their files', async () => {
    expect(await collectFiles(at('b.csv', 'more', 'single'))).toEqual([
      { path: join(dir, 'b.csv'), name: 'b' },
      { path: join(dir, 'more/a.CSV'), name: 'a' },
      { path: join(dir, 'more/z.csv'), name: 'z' },
      { path: join(dir, 'single'), name: 'single' },
    ]);
  });

  it('refuses two files of one name, whatever their case', async () => {
    await writeFile(join(dir, 'Z.csv'), '2');
    await expect(collectFiles(at('Z.csv', 'more'))).rejects.toThrow(
      /Z\.csv and .*z\.csv would both be .*"z"/,
    );
    await expect(collectFiles(at('b.csv', 'b.csv'))).rejects.toThrow(/both/);
  });

  it('says what is missing', async () => {
    await expect(collectFiles(at('nowhere.csv'))).rejects.toThrow(/nowhere\.csv is not there/);
    await expect(collectFiles(at('empty'))).rejects.toThrow(/no \.csv file in the folder/);
  });

  it('refuses a name that no group can have', async () => {
    await writeFile(join(dir, 'evil\u202e.csv'), '1');
    await expect(collectFiles(at('evil\u202e.csv'))).rejects.toThrow(/U\+202E/);
  });
});
