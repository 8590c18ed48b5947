import { temporaryFolder } from '@cairn/tui-kit/test';
import { openTestWorkplace } from '../test/open-test-workplace.js';
import { decideInBatches, showDecisions } from './decide.js';

const fine = (proofId: string) => ({ proofId, error: null });

test('sends decisions a hundred at a time, in order', async () => {
  const ids = Array.from({ length: 205 }, (_, i) => `p${i}`);
  const sizes: number[] = [];
  const decisions = await decideInBatches(ids, async (batch) => {
    sizes.push(batch.length);
    return batch.map(fine);
  });
  expect(sizes).toEqual([100, 100, 5]);
  expect(decisions.map(({ proofId }) => proofId)).toEqual(ids);
});

test('says how far it came when the server fails halfway', async () => {
  const ids = Array.from({ length: 150 }, (_, i) => `p${i}`);
  const send = async (batch: string[]) => {
    if (batch.length < 100) throw new Error('no answer');
    return batch.map(fine);
  };
  await expect(decideInBatches(ids, send)).rejects.toThrow(
    '100 of 150 decisions were sent, then it failed: no answer',
  );
  await expect(decideInBatches(['p1'], send)).rejects.toThrow(/^no answer$/);
});

test('names what the server refused, and ends with exit code 1', async () => {
  await using folder = await temporaryFolder();
  const { place, stdout, stderr, exitCode } = await openTestWorkplace(folder.path);
  const refused = { proofId: 'b', error: { code: 'INVALID_STATE', message: 'It is\u001b[2J confirmed.' } };
  showDecisions(place, [fine('a'), refused], 'rejected');
  expect(stdout()).toBe('1 proof rejected, 1 refused.\n');
  expect(stderr()).toBe('b was not rejected: It is confirmed. (INVALID_STATE)\n');
  expect(exitCode()).toBe(1);
});

test('writes one JSON line for each', async () => {
  await using folder = await temporaryFolder();
  const { place, stdout, exitCode } = await openTestWorkplace(folder.path, { json: true });
  showDecisions(place, [fine('a')], 'confirmed');
  expect(stdout()).toBe('{"proofId":"a","confirmed":true,"error":null}\n');
  expect(exitCode()).toBeUndefined();
});
