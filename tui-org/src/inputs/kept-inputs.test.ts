import { appendFile, mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptInputs } from './kept-inputs.js';

const input = (id: string) => ({
  id,
  name: `name ${id}`,
  sha256: 'a'.repeat(64),
  inputCommitment: '0x1',
  values: 3,
});

describe('keptInputs', () => {
  let dir: string;
  let list: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'cairn-org-'));
    list = join(dir, 'programs', 'p1', 'inputs.jsonl');
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('remembers the groups of each program apart', async () => {
    const kept = keptInputs(dir);
    await kept.keep('p1', [input('a'), input('b')]);
    await kept.keep('p1', [input('c')]);
    await kept.keep('p2', [input('d')]);
    expect([...(await kept.ofProgram('p1')).keys()]).toEqual(['a', 'b', 'c']);
    expect((await kept.ofProgram('p2')).get('d')).toEqual(input('d'));
    expect((await kept.ofProgram('none')).size).toBe(0);
  });

  it('lets the later record of a group win', async () => {
    const kept = keptInputs(dir);
    await kept.keep('p1', [input('a')]);
    await kept.keep('p1', [{ ...input('a'), sha256: 'b'.repeat(64) }]);
    expect((await kept.ofProgram('p1')).get('a')?.sha256).toBe('b'.repeat(64));
  });

  it('survives a line that a crash cut short', async () => {
    const kept = keptInputs(dir);
    await kept.keep('p1', [input('a'), input('b')]);
    await truncate(list, (await stat(list)).size - 20);
    expect([...(await kept.ofProgram('p1')).keys()]).toEqual(['a']);
    await kept.keep('p1', [input('c')]);
    expect([...(await kept.ofProgram('p1')).keys()]).toEqual(['a', 'c']);
  });

  it('says so when a record was altered', async () => {
    const kept = keptInputs(dir);
    await kept.keep('p1', [input('a')]);
    await writeFile(list, '{"id":"a","sha256":"../../etc"}\n');
    await appendFile(list, '\n');
    await expect(kept.ofProgram('p1')).rejects.toMatchObject({ code: 'LOCAL_FILE_DAMAGED' });
  });
});
