import { setImmediate as turn } from 'node:timers/promises';
import { ANYTHING, type Selection } from '../selection/selection.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { scriptedServer } from '../test/scripted-server.js';
import { testBench } from '../test/test-bench.js';
import { unboundGovernor } from '../test/unbound-governor.js';
import { workOn } from './work-on.js';

const execution = { steps: 1, bytes: 1, sha256: 'e', proveMemory: 1, submission: 'submitted' } as const;

/** A donor that is to prove and is paused, and a person who changes whom it works for. */
async function pausedWork() {
  const server = await scriptedServer({
    Release: () => ({ releaseReservation: { id: 'r1', state: 'RELEASED' } }),
  });
  const governor = unboundGovernor();
  governor.wants({ kind: 'pause' });
  const bench = await testBench(server.url, { governor });
  const listeners = new Set<() => void>();
  let selection: Selection = ANYTHING;
  const living = {
    ...bench,
    get selection() {
      return selection;
    },
    onSelection(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const interrupt = new AbortController();
  const outcome = workOn(living, { ...reservedPiece(), execution }, 'held', interrupt.signal);
  return {
    ...{ bench, outcome, listeners, interrupt },
    released: () => server.seen.filter(({ name }) => name === 'Release').length,
    block(id: string) {
      selection = { ...ANYTHING, blocked: [{ kind: 'organization', id }] };
      for (const listener of listeners) listener();
    },
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

test('a block ends the work that is under way for whom it is, gives it back and says why', async () => {
  await using work = await pausedWork();
  await turn();
  work.block('o1');
  expect(await work.outcome).toBe('declined');
  expect(work.bench.events).toMatchObject([
    { event: 'declined', why: 'you have blocked the organization Folders (organization:o1)' },
  ]);
  expect(work.released()).toBe(1);
  expect(work.listeners.size).toBe(0);
});

test('a block of somebody else does not', async () => {
  await using work = await pausedWork();
  await turn();
  work.block('o2');
  await turn();
  expect(work.released()).toBe(0);
  const reason = new Error('enough');
  work.interrupt.abort(reason);
  await expect(work.outcome).rejects.toBe(reason);
  expect(work.bench.events).toEqual([]);
});
