import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { WORK } from '../governor/governor-settings.js';
import type { Limits } from '../governor/limits.js';
import { WorkEnded } from '../lease/work-ended.js';
import { workFolder } from '../store/work-folder.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { testBench } from '../test/test-bench.js';
import { unboundGovernor } from '../test/unbound-governor.js';
import { proveOrHandOver } from './prove-or-hand-over.js';

const GIB = 1024 ** 3;
const SHORT: Limits = { maxMemory: GIB, maxMemoryGiven: true, maxSteps: undefined, isShort: true };
const ROOM: Limits = { maxMemory: 4 * GIB, maxMemoryGiven: false, maxSteps: undefined };

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');

/** A piece whose proof takes 2 GiB, and of whose execution another file is on disk: proving begins by taking it back. */
function executedPiece() {
  const piece = reservedPiece();
  const { inputGroup } = piece.reservation;
  const program = { ...inputGroup.program, executableSha256: sha256('program') };
  const reservation = {
    ...piece.reservation,
    inputGroup: { ...inputGroup, program, inputSha256: sha256('1') },
  };
  const execution = {
    steps: 1,
    bytes: 1,
    sha256: 'e',
    proveMemory: 2 * GIB,
    submission: 'submitted',
  } as const;
  return { ...piece, reservation, execution };
}

/** The choice of a paused donor, under limits that may change meanwhile. */
async function pausedChoice(before: Limits) {
  let limits = before;
  const governor = unboundGovernor();
  governor.wants({ kind: 'pause' });
  const bench = await testBench('http://127.0.0.1:1', { governor });
  const piece = executedPiece();
  const folder = workFolder(bench.dataDir, piece.clientKey);
  await mkdir(folder.path, { recursive: true });
  for (const [path, content] of [
    [folder.executable, 'program'],
    [folder.input, '1'],
    [folder.execution, 'another'],
  ] as const)
    await writeFile(path, content);
  const ended = new AbortController();
  let released = 0;
  const lease = {
    signal: ended.signal,
    release: async () => {
      released += 1;
    },
  };
  const living = {
    ...bench,
    get limits() {
      return limits;
    },
  };
  const choice = proveOrHandOver(living, piece, lease);
  let isDone = false;
  void choice
    .catch(() => {})
    .finally(() => {
      isDone = true;
    });
  return {
    bench,
    choice,
    ended,
    /** Whether it has chosen, as far as that takes no time. */
    async isDone() {
      await turn();
      return isDone;
    },
    goOn(after: Limits) {
      limits = after;
      governor.wants(WORK);
    },
    released: () => released,
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

test('what is free during a pause decides nothing: it proves when there is room afterwards', async () => {
  await using paused = await pausedChoice(SHORT);
  expect(await paused.isDone()).toBe(false);
  paused.goOn(ROOM);
  const result = await paused.choice;
  expect('piece' in result && result.piece.execution).toBeUndefined();
  expect(paused.bench.events).toEqual([]);
  expect(paused.released()).toBe(0);
});

test.each([
  ['short of it already', SHORT],
  ['and had room before', ROOM],
])('hands over what there is no room for when the work may run, %s', async (_, before) => {
  await using paused = await pausedChoice(before);
  expect(await paused.isDone()).toBe(false);
  paused.goOn(SHORT);
  expect(await paused.choice).toEqual({ end: 'executed' });
  expect(paused.bench.events).toMatchObject([
    { event: 'declined', why: 'proving takes about 2 GiB of memory, and only 1 GiB are to be had now' },
  ]);
  expect(paused.released()).toBe(1);
});

test('what the donor does not allow is handed over at once, also in a pause', async () => {
  await using paused = await pausedChoice({ ...ROOM, maxMemory: GIB });
  expect(await paused.choice).toEqual({ end: 'executed' });
  expect(paused.released()).toBe(1);
});

test('without a limit of memory it proves whatever it takes', async () => {
  await using paused = await pausedChoice({ ...ROOM, maxMemory: null });
  paused.goOn({ ...ROOM, maxMemory: null });
  expect(await paused.choice).toMatchObject({ piece: {} });
});

test('what happens to the piece ends the waiting', async () => {
  await using paused = await pausedChoice(SHORT);
  const reason = new WorkEnded('settled');
  paused.ended.abort(reason);
  await expect(paused.choice).rejects.toBe(reason);
});
