import { reservedPiece } from '../test/reserved-piece.js';
import { Refusal, scriptedServer } from '../test/scripted-server.js';
import { testBench } from '../test/test-bench.js';
import { findWork } from './find-work.js';
import { KindPatience } from './kind-patience.js';

const signal = new AbortController().signal;
const { reservation } = reservedPiece();
const NOTHING = new Refusal('INPUT_GROUP_NOT_FOUND');

/** A reservation to prove an execution of so many steps. */
function toProve(steps: number, id = 'g1') {
  const execution = { steps, size: 1, sha256: 'x', url: '/x' };
  return {
    reserveInputGroup: {
      ...reservation,
      kind: 'PROVE',
      inputGroup: { ...reservation.inputGroup, id, execution },
    },
  };
}

const RELEASED = { releaseReservation: { id: 'r1', state: 'RELEASED' } };

test("asks for others' executions first, and remembers what it was given", async () => {
  await using server = await scriptedServer({
    Reserve: ({ input }) =>
      (input as { kind: string }).kind === 'PROVE' ? NOTHING : { reserveInputGroup: reservation },
  });
  await using bench = await testBench(server.url);
  const piece = await findWork(bench, { mode: 'auto', organizationId: 'o1' }, new KindPatience(), signal);
  const asked = server.seen.map(({ variables }) => variables.input);
  const clientKey = expect.stringMatching(/^[\w-]{32}$/u);
  expect(asked).toEqual([
    { kind: 'PROVE', organizationId: 'o1', clientKey },
    { kind: 'EXECUTE_AND_PROVE', organizationId: 'o1', clientKey },
  ]);
  expect(bench.store.unfinished()).toEqual([piece]);
});

test('gives back what does not fit, and leaves that kind of work alone for a while', async () => {
  await using server = await scriptedServer({ Reserve: () => toProve(9_900_000), Release: () => RELEASED });
  await using bench = await testBench(server.url, {
    limits: { cpus: 1, maxMemory: 4e9, maxMemoryGiven: false, maxSteps: undefined },
  });
  const patience = new KindPatience();
  expect(await findWork(bench, { mode: 'prove' }, patience, signal)).toBeUndefined();
  expect(server.seen.map(({ name }) => name)).toEqual(['Reserve', 'Release', 'Reserve', 'Release']);
  expect(bench.events.map(({ event }) => event)).toEqual(['declined']);
  expect(bench.store.unfinished()).toEqual([]);
  expect(await findWork(bench, { mode: 'prove' }, patience, signal)).toBeUndefined();
  expect(server.seen).toHaveLength(4);
});

test('takes the one that fits among those that do not', async () => {
  const answers = [toProve(9_900_000, 'g1'), toProve(9_900_000, 'g2'), toProve(1000, 'g3')];
  await using server = await scriptedServer({
    Reserve: (_, asked) => answers[asked - 1] ?? NOTHING,
    Release: () => RELEASED,
  });
  await using bench = await testBench(server.url, {
    limits: { cpus: 1, maxMemory: 4e9, maxMemoryGiven: false, maxSteps: undefined },
  });
  const piece = await findWork(bench, { mode: 'prove' }, new KindPatience(), signal);
  expect(piece?.reservation.inputGroup.id).toBe('g3');
});

test('chooses among the other programs once one was given up', async () => {
  const counts = { available: 1, executed: 0 };
  const page = (ids: string[], endCursor: string | null) => ({
    programs: {
      nodes: ids.map((id) => ({ id, groupCounts: id === 'done' ? { available: 0, executed: 4 } : counts })),
      pageInfo: { hasNextPage: endCursor !== null, endCursor },
    },
  });
  await using server = await scriptedServer({
    ProgramsWithWork: (_, asked) => (asked === 1 ? page(['bad', 'done'], 'cursor') : page(['good'], null)),
    Reserve: () => ({ reserveInputGroup: reservation }),
  });
  await using bench = await testBench(server.url);
  bench.store.giveUp({
    subject: 'program',
    id: 'bad',
    code: 'PROGRAM_FAILED',
    message: 'm',
    maxSteps: undefined,
    maxMemory: 1,
  });
  await findWork(bench, { mode: 'full' }, new KindPatience(), signal);
  const reserved = server.seen
    .filter(({ name }) => name === 'Reserve')
    .map(({ variables }) => variables.input);
  expect(reserved).toMatchObject([{ programId: 'good' }]);
  expect(
    await findWork(bench, { mode: 'full', programId: 'bad' }, new KindPatience(), signal),
  ).toBeUndefined();
});

test('does not come back for a question that was refused', async () => {
  await using server = await scriptedServer({ Reserve: () => new Refusal('PROGRAM_NOT_FOUND') });
  await using bench = await testBench(server.url);
  const asking = findWork(bench, { mode: 'full', programId: 'none' }, new KindPatience(), signal);
  await expect(asking).rejects.toMatchObject({ code: 'PROGRAM_NOT_FOUND', exitCode: 2 });
  expect(bench.store.unfinished()).toEqual([]);
});
