import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cuttingProxy, waitUntil } from '@cairn/tui-kit/test';
import { jest } from '@jest/globals';
import { writePackage } from '../test/cairo-package.js';
import { donate } from '../test/donate.js';
import { openTestWorkplace } from '../test/open-test-workplace.js';
import { labAt, startLab } from '../test/with-api.js';
import { followProofs, type ProofArrival } from './follow-proofs.js';

jest.setTimeout(120_000);

test('each proof is told once, also when the connection breaks in between', async () => {
  await using lab = await startLab();
  const packageDir = await writePackage(join(lab.folder, 'package'));
  for (const value of [1, 2, 3]) await writeFile(join(lab.folder, `g${value}.csv`), `${value}\n`);
  const published = await lab.org('publish', packageDir, '--name', 'Adding up', '--lease', '10m', '--json');
  const programId = String(published.records[0]?.id);
  await lab.org('add-inputs', programId, ...[1, 2, 3].map((value) => join(lab.folder, `g${value}.csv`)));

  await using proxy = await cuttingProxy(Number(new URL(lab.url).port));
  const dataDir = join(lab.folder, 'far');
  await labAt(proxy.url, dataDir)('login', '--username', 'lab');
  const { place } = await openTestWorkplace(dataDir, { url: proxy.url });
  const ended = new AbortController();
  const told: ProofArrival[] = [];
  const reached: boolean[] = [];
  const following = followProofs(place, {
    programId,
    signal: ended.signal,
    onProof: (arrival) => void told.push(arrival),
    onReach: (isThere) => void reached.push(isThere),
  });
  await waitUntil(() => reached.length === 1, 20_000);
  const first = await donate(lab.url, programId, lab.folder);
  await waitUntil(() => told.length === 1, 20_000);
  // The next sign of life of the client breaks the line.
  proxy.hangAfter(1);
  await waitUntil(() => proxy.hangs, 60_000);
  proxy.cut();
  await waitUntil(() => reached.includes(false), 60_000);
  const second = await donate(lab.url, programId, lab.folder);
  const third = await donate(lab.url, programId, lab.folder);
  await waitUntil(() => told.length === 3, 30_000);
  expect(told.map(({ proof }) => proof.id)).toEqual([first, second, third]);
  expect(reached).toEqual([true, false, true]);
  ended.abort();
  await following;

  const watch = ['watch', programId, '--after', told[0]?.cursor ?? '', '--count', '2', '--json'];
  const { code, records } = await lab.org(...watch);
  expect(code).toBe(0);
  // Those of the minute before the cursor come again.
  expect(records.map(({ id }) => id)).toHaveLength(2);
  expect(records[0]).toMatchObject({
    cursor: expect.any(String),
    program: { name: 'Adding up' },
    state: 'SUBMITTED',
  });
});
