import { stillGivenUp } from '../store/given-up.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { testBench } from '../test/test-bench.js';
import { leaveAlone } from './leave-alone.js';

const PANIC = { code: 'PROGRAM_PANICKED', message: 'no', subject: 'group' } as const;

function groupNamed(id: string) {
  const { inputGroup } = reservedPiece().reservation;
  return reservedPiece({ inputGroup: { ...inputGroup, id } });
}

/** The programs that are left alone after groups have failed with these codes, one after the other. */
async function programsLeftAfter(codes: readonly string[], limits = {}): Promise<object[]> {
  await using bench = await testBench('http://127.0.0.1:1');
  const { store } = bench;
  for (const [index, code] of codes.entries()) {
    leaveAlone({ store, limits: { ...bench.limits, ...limits } }, groupNamed(`g${index}`), {
      ...PANIC,
      code,
    });
  }
  return store.givenUp().filter(({ subject }) => subject === 'program');
}

test('one bad input group does not stand for its program', async () => {
  await using bench = await testBench('http://127.0.0.1:1');
  leaveAlone(bench, groupNamed('g1'), PANIC);
  leaveAlone(bench, groupNamed('g1'), PANIC);
  leaveAlone(bench, groupNamed('g1'), PANIC);
  expect(bench.store.givenUp()).toMatchObject([{ subject: 'group', id: 'g1', programId: 'p1' }]);
});

test('what is wrong with the program is remembered of the program', async () => {
  await using bench = await testBench('http://127.0.0.1:1');
  leaveAlone(bench, groupNamed('g1'), { ...PANIC, subject: 'program' });
  expect(bench.store.givenUp()).toMatchObject([{ subject: 'program', id: 'p1' }]);
});

test('three that fail alike do', async () => {
  const { code } = PANIC;
  expect(await programsLeftAfter([code, code])).toEqual([]);
  expect(await programsLeftAfter([code, 'PROGRAM_FAILED', code])).toEqual([]);
  expect(await programsLeftAfter([code, code, code])).toMatchObject([{ id: 'p1', code, message: 'no' }]);
});

test("others' executions that are none say nothing of the program", async () => {
  for (const code of ['EXECUTION_INVALID', 'EXECUTION_CORRUPTED', 'EXECUTION_FOREIGN']) {
    expect(await programsLeftAfter([code, code, code])).toEqual([]);
  }
});

test('a program that was too long is tried again when more steps are allowed', async () => {
  const code = 'STEP_LIMIT';
  const [given] = await programsLeftAfter([code, code, code], { maxSteps: 1000 });
  expect(given).toMatchObject({ code, maxSteps: 1000 });
  const facts = {
    subject: 'program',
    id: 'p1',
    message: 'no',
    maxMemory: 1e9,
    code,
    maxSteps: 1000,
  } as const;
  expect(stillGivenUp(facts, { maxSteps: 1000, maxMemory: 1e9 })).toBe(true);
  expect(stillGivenUp(facts, { maxSteps: 1001, maxMemory: 1e9 })).toBe(false);
});
