import { jest } from '@jest/globals';
import { quietPlace } from '../screen/desk/quiet-place.js';
import { openTestWorkplace } from '../test/open-test-workplace.js';
import { invalidVerdict } from '../test/proof-facts.js';
import { startProvenLab } from '../test/proven-lab.js';
import { autoConfirm } from './auto-confirm.js';
import { matchingRows } from './filter/matching-rows.js';
import { listProofs } from './select-proofs.js';

jest.setTimeout(180_000);

const namesOf = (records: readonly Record<string, unknown>[]) =>
  records.map(({ inputGroup }) => (inputGroup as { name: string }).name);

test('proofs are filtered, ordered, looked at, and rejected by what was found here', async () => {
  await using lab = await startProvenLab(['first', 'second', 'third']);
  const id = await lab.handIn('first');
  for (const group of ['third', 'second']) await lab.handIn(group);
  const proofs = (...args: string[]) => lab.org('proofs', '--json', ...args);
  expect(namesOf((await proofs()).records)).toEqual(['first', 'third', 'second']);
  expect(namesOf((await proofs('--sort', 'group', '--match', 'here:open age:<1h d')).records)).toEqual([
    'first',
    'second',
    'third',
  ]);
  expect((await proofs('--match', 'program:"adding up" third', '--sort', 'NEWEST')).records).toHaveLength(1);
  expect(await proofs('--match', 'age:2d')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('age:2d'),
  });
  expect(await proofs('--sort', 'luck')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('oldest'),
  });

  expect((await lab.org('proof', id)).stdout).toMatch(/program +· open.*total +i64 +3/su);
  expect((await lab.org('verify', '--all', '--match', 'first')).stdout).toContain('1 valid, 0 invalid');
  expect(await lab.org('verify', '--all', '--match', 'nothing')).toMatchObject({ code: 3 });
  expect((await lab.org('proof', id)).stdout).toMatch(/donor +has not signed.*security +✓ passed +96 bits/su);

  expect(await lab.org('reject', '--all-invalid', '--reason', 'no', '--yes')).toMatchObject({ code: 3 });
  const { place } = await openTestWorkplace(lab.dataDir, { url: lab.url });
  const rows = await matchingRows(place, await listProofs(place.server, {}), 'second');
  for (const { proof, statement } of rows)
    await place.verdicts.remember(statement, { ...invalidVerdict, proofSha256: proof.sha256 });
  // One proof holds for all three groups here: what was found of it holds for all.
  const rejected = await lab.org('reject', '--all-invalid', '--match', 'second', '--reason', 'no', '--yes');
  expect(rejected).toMatchObject({ code: 0, stdout: '1 proof rejected.\n' });
  expect(namesOf((await proofs('--state', 'rejected')).records)).toEqual(['second']);
  expect(
    (await lab.org('proof', (await proofs('--state', 'rejected')).records[0]?.id as string)).stdout,
  ).toMatch(/REJECTED.*no /su);
});

test('by itself it confirms what is beyond doubt, now and when it comes, and leaves the rest', async () => {
  await using lab = await startProvenLab(['first', 'second']);
  await lab.handIn('first');
  const { place } = await openTestWorkplace(lab.dataDir, { url: lab.url });
  const ending = new AbortController();
  const decided: string[] = [];
  const left: string[] = [];
  const running = autoConfirm(quietPlace(place, { signal: ending.signal }), {
    keepProof: false,
    onDecided: ({ error }) => {
      decided.push(error === null ? 'confirmed' : error.code);
      if (decided.length === 1) void lab.handIn('second');
      else ending.abort(new Error('enough'));
    },
    onLeft: ({ proof }) => left.push(proof.id),
    onTrouble: (error) => ending.abort(error),
  });
  await expect(running).rejects.toThrow('enough');
  expect([decided, left]).toEqual([['confirmed', 'confirmed'], []]);
  expect(await lab.org('confirm', '--auto', '--all-verified')).toMatchObject({ code: 2 });
  expect(await lab.org('confirm', '--auto')).toMatchObject({ stderr: expect.stringContaining('--yes') });
});
