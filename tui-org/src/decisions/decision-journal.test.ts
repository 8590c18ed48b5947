import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { writeJson } from '../storage/json-file.js';
import type { Decision } from './decision.js';
import { decisionJournal } from './decision-journal.js';
import { takeOverEarlier } from './take-over-earlier.js';

const made: Decision = {
  id: '6f1c1f0e-6d2c-4d3c-9a49-0a6f3c1a2b3c',
  verdict: { kind: 'reject', reason: 'no' },
  proofIds: ['gone', 'a'],
  madeAt: '2030-01-01T00:00:00.000Z',
  pid: 0,
};

test('what one account decided is not adopted by another at the same server', async () => {
  await using folder = await temporaryFolder();
  const [lab, other, hostile] = ['lab', 'other', '../lab'].map((one) => decisionJournal(folder.path, one));
  await lab?.release(made);
  expect(await other?.adopt()).toEqual([]);
  expect(await hostile?.adopt()).toEqual([]);
  expect(await lab?.adopt()).toEqual([{ ...made, pid: process.pid }]);
  expect(await readdir(join(folder.path, 'decisions'))).toEqual(['lab']);
});

describe('a decision from before accounts were told apart', () => {
  async function withEarlier(pid: number) {
    const folder = await temporaryFolder();
    await writeJson(join(folder.path, 'decisions', `${made.id}.json`), { ...made, pid });
    const journal = decisionJournal(folder.path, 'lab');
    const asked: string[] = [];
    const takeOver = (own: string) =>
      takeOverEarlier(folder.path, journal, async (proofId) => {
        asked.push(proofId);
        return proofId === own;
      });
    const earlier = async () =>
      (await readdir(join(folder.path, 'decisions'))).filter((name) => name.endsWith('.json'));
    const dispose = () => folder[Symbol.asyncDispose]();
    return { folder, journal, asked, takeOver, earlier, [Symbol.asyncDispose]: dispose };
  }

  test('goes to the account that has one of its proofs, and once', async () => {
    await using at = await withEarlier(0);
    await at.takeOver('a');
    expect(at.asked).toEqual(['gone', 'a']);
    expect(await at.earlier()).toEqual([]);
    expect(await at.journal.adopt()).toMatchObject([{ proofIds: ['gone', 'a'] }]);
    await at.takeOver('a');
    expect(at.asked).toHaveLength(2);
  });

  test('stays where it is while no account has its proofs', async () => {
    await using at = await withEarlier(0);
    await at.takeOver('none');
    expect(await at.earlier()).toEqual([`${made.id}.json`]);
    expect(await at.journal.adopt()).toEqual([]);
  });

  test('stays where it is while the server cannot be asked', async () => {
    await using at = await withEarlier(0);
    const away = takeOverEarlier(at.folder.path, at.journal, () => Promise.reject(new Error('it is away')));
    await expect(away).rejects.toThrow('it is away');
    expect(await at.earlier()).toHaveLength(1);
  });

  test('is left to the client that holds it', async () => {
    await using at = await withEarlier(process.ppid);
    await at.takeOver('a');
    expect(at.asked).toEqual([]);
    expect(await at.earlier()).toHaveLength(1);
  });
});
