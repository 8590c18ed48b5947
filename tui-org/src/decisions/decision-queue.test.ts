import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ServerUnreachableError } from '@cairn/tui-kit';
import { temporaryFolder, waitUntil } from '@cairn/tui-kit/test';
import type { DecisionVerdict } from './decision.js';
import { decisionJournal } from './decision-journal.js';
import { type DecisionOutcome, DecisionQueue } from './decision-queue.js';

const CONFIRM: DecisionVerdict = { kind: 'confirm', keepProof: false };
const NEVER = 1e6;
const ids = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`);

/** A queue over a real journal, and a server that answers as told. */
async function setUp(holdMs: number, answer: (sent: string[]) => void = () => {}) {
  const folder = await temporaryFolder();
  const sent: string[][] = [];
  const outcomes: DecisionOutcome[] = [];
  const start = (hold = holdMs) =>
    new DecisionQueue({
      journal: decisionJournal(folder.path, 'lab'),
      send: async (_, proofIds) => {
        answer(proofIds);
        sent.push(proofIds);
        return proofIds.map((proofId) => ({ proofId, error: null }));
      },
      onOutcome: (outcome) => outcomes.push(outcome),
      holdMs: hold,
      retryMs: 5,
    });
  const journal = () => readdir(join(folder.path, 'decisions', 'lab')).catch(() => []);
  return {
    queue: start(),
    start,
    sent,
    outcomes,
    journal,
    folder,
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

test('a decision is in the journal while it is held, and goes out when it is due', async () => {
  await using at = await setUp(20);
  await at.queue.add(CONFIRM, ['a', 'b']);
  expect(await at.journal()).toHaveLength(1);
  expect(at.sent).toEqual([]);
  await waitUntil(() => at.outcomes.length === 1, 5000, 'it went out');
  expect(at.sent).toEqual([['a', 'b']]);
  expect(await at.journal()).toEqual([]);
  expect(at.queue.held.get()).toEqual([]);
});

test('the last decision is taken back, and only that', async () => {
  await using at = await setUp(NEVER);
  await at.queue.add(CONFIRM, ['a']);
  await at.queue.add({ kind: 'reject', reason: 'no' }, ['b']);
  expect(await at.queue.undo()).toMatchObject({ proofIds: ['b'] });
  expect(await at.journal()).toHaveLength(1);
  expect(await at.queue.close()).toBe(0);
  expect(at.sent).toEqual([['a']]);
  expect(await at.queue.undo()).toBeUndefined();
});

test('what a client left that is no more is held again; what a living one holds is its own', async () => {
  await using at = await setUp(NEVER);
  const child = spawn('true');
  await once(child, 'exit');
  const journal = decisionJournal(at.folder.path, 'lab');
  const left = { verdict: CONFIRM, proofIds: ['old'], madeAt: '2030-01-01T00:00:00.000Z' };
  await journal.keep({ ...left, id: '6f1c1f0e-6d2c-4d3c-9a49-0a6f3c1a2b3c', pid: child.pid ?? 0 });
  await journal.keep({ ...left, id: '7f1c1f0e-6d2c-4d3c-9a49-0a6f3c1a2b3c', pid: process.ppid });
  expect(await at.queue.adopt()).toBe(1);
  expect(await at.queue.close()).toBe(0);
  expect(at.sent).toEqual([['old']]);
  expect(await at.journal()).toHaveLength(1);
});

test('while the server is away a decision stays in the journal, and what it has heard is not sent again', async () => {
  let isAway = true;
  await using at = await setUp(NEVER, (proofIds) => {
    if (isAway && proofIds.length === 50)
      throw new ServerUnreachableError('http://127.0.0.1:9', 'it is away');
  });
  await at.queue.add(CONFIRM, ids(250));
  expect(await at.queue.close()).toBe(1);
  expect(at.sent.map(({ length }) => length)).toEqual([100, 100]);
  expect(at.queue.held.get()).toMatchObject([{ trouble: expect.stringContaining('it is away') }]);
  const [left] = at.queue.held.get();
  expect(await at.journal()).toEqual([`${left?.decision.id}.json`]);

  isAway = false;
  const next = at.start();
  expect(await next.adopt()).toBe(1);
  await next.undo();
  expect(await at.journal()).toEqual([]);
  expect(left?.decision.proofIds).toEqual(ids(250).slice(200));
});

test('tries again until the server is there', async () => {
  let tries = 0;
  await using at = await setUp(1, () => {
    tries += 1;
    if (tries < 3) throw new ServerUnreachableError('http://127.0.0.1:9', 'it is away');
  });
  await at.queue.add(CONFIRM, ['a']);
  await waitUntil(() => at.outcomes.length === 1, 5000, 'it went out');
  expect(tries).toBe(3);
});

test('tells of a decision that cannot be sent at all, and lets it go', async () => {
  await using at = await setUp(1, () => {
    throw new Error('the file is gone');
  });
  await at.queue.add(CONFIRM, ['a']);
  await waitUntil(() => at.outcomes.length === 1, 5000, 'it was told');
  expect(at.outcomes).toMatchObject([{ failure: { message: 'the file is gone' } }]);
  expect(await at.journal()).toEqual([]);
});
