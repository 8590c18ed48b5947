import { ANYTHING, type Selection } from '../selection/selection.js';
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

/** Of the program, or the organization, that was asked for. */
function reservationFor({ programId, organizationId }: Record<string, string>) {
  const { inputGroup } = reservation;
  const { program } = inputGroup;
  const organization = { ...program.organization, id: organizationId ?? program.organization.id };
  return {
    ...reservation,
    inputGroup: { ...inputGroup, program: { ...program, id: programId ?? program.id, organization } },
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
    limits: { maxMemory: 4e9, maxMemoryGiven: false, maxSteps: undefined },
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
    limits: { maxMemory: 4e9, maxMemoryGiven: false, maxSteps: undefined },
  });
  const piece = await findWork(bench, { mode: 'prove' }, new KindPatience(), signal);
  expect(piece?.reservation.inputGroup.id).toBe('g3');
});

test('chooses among the other programs once one was given up', async () => {
  const counts = { available: 1, executed: 0 };
  const page = (ids: string[], endCursor: string | null) => ({
    programs: {
      nodes: ids.map((id) => ({
        id,
        organization: { id: 'o1' },
        groupCounts: id === 'done' ? { available: 0, executed: 4 } : counts,
      })),
      pageInfo: { hasNextPage: endCursor !== null, endCursor },
    },
  });
  await using server = await scriptedServer({
    ProgramsWithWork: (_, asked) => (asked === 1 ? page(['bad', 'done'], 'cursor') : page(['good'], null)),
    Reserve: ({ input }) => ({ reserveInputGroup: reservationFor(input as Record<string, string>) }),
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

/** What a donor with these wishes asked for, of a server that has something for some. */
async function askedFor(
  selection: Partial<Selection>,
  has: (input: Record<string, unknown>) => boolean,
  rounds = 1,
): Promise<unknown[]> {
  await using server = await scriptedServer({
    Reserve: ({ input }) =>
      has(input as Record<string, unknown>)
        ? { reserveInputGroup: reservationFor(input as Record<string, string>) }
        : new Refusal(
            (input as { programId?: string }).programId === 'gone'
              ? 'PROGRAM_NOT_FOUND'
              : 'INPUT_GROUP_NOT_FOUND',
          ),
  });
  await using bench = await testBench(server.url, { selection: { ...ANYTHING, ...selection } });
  for (let round = 0; round < rounds; round += 1)
    await findWork(bench, { mode: 'full' }, new KindPatience(), signal);
  return server.seen.map(({ variables }) => {
    const { kind: _, clientKey: __, ...rest } = variables.input as Record<string, unknown>;
    return rest;
  });
}

const PREFERRED = [
  { kind: 'program', id: 'best' },
  { kind: 'program', id: 'gone' },
  { kind: 'organization', id: 'next' },
] as const;

test('falls back along the ranked list, past what is gone, and then to anything', async () => {
  const asked = await askedFor({ preferred: PREFERRED }, () => false);
  expect(asked).toEqual([{ programId: 'best' }, { programId: 'gone' }, { organizationId: 'next' }, {}]);
});

test('returns to the better one as soon as it has work', async () => {
  let round = 0;
  const has = ({ programId, organizationId }: Record<string, unknown>): boolean => {
    if (organizationId === 'next') round += 1;
    return organizationId === 'next' || (programId === 'best' && round > 0);
  };
  const asked = await askedFor({ preferred: PREFERRED }, has, 2);
  expect(asked.slice(-2)).toEqual([{ organizationId: 'next' }, { programId: 'best' }]);
});

test('works for nobody else where that is wanted', async () => {
  const asked = await askedFor({ preferred: PREFERRED, onlyPreferred: true }, () => false);
  expect(asked).toHaveLength(3);
  expect(await askedFor({ onlyPreferred: true }, () => true)).toEqual([]);
});

test('a program that was named for this run is to be there', async () => {
  await using server = await scriptedServer({ Reserve: () => new Refusal('PROGRAM_NOT_FOUND') });
  await using bench = await testBench(server.url, { selection: { ...ANYTHING, preferred: PREFERRED } });
  const asking = findWork(bench, { mode: 'full', programId: 'gone' }, new KindPatience(), signal);
  await expect(asking).rejects.toMatchObject({ code: 'PROGRAM_NOT_FOUND' });
});

test('asks for nothing that is blocked', async () => {
  const program = (id: string, organization: string) => ({
    id,
    organization: { id: organization },
    groupCounts: { available: 1, executed: 0 },
  });
  await using server = await scriptedServer({
    ProgramsWithWork: () => ({
      programs: {
        nodes: [program('bad', 'o1'), program('p2', 'worse'), program('good', 'o1')],
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    }),
    Reserve: () => NOTHING,
  });
  const blocked = [
    { kind: 'program', id: 'bad' },
    { kind: 'organization', id: 'worse' },
  ] as const;
  const preferred = [...blocked, { kind: 'organization', id: 'o1' }] as const;
  await using bench = await testBench(server.url, {
    selection: { preferred, onlyPreferred: false, blocked },
  });
  await findWork(bench, { mode: 'full' }, new KindPatience(), signal);
  const asked = server.seen.filter(({ name }) => name === 'Reserve').map(({ variables }) => variables.input);
  expect(asked).toMatchObject([{ programId: 'good', organizationId: 'o1' }, { programId: 'good' }]);
});

test('gives back what is blocked when a server hands it out anyway, and says why', async () => {
  await using server = await scriptedServer({
    ProgramsWithWork: () => ({
      programs: {
        nodes: [{ id: 'other', organization: { id: 'o2' }, groupCounts: { available: 1, executed: 1 } }],
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    }),
    Reserve: () => ({ reserveInputGroup: reservation }),
    Release: () => RELEASED,
  });
  const blocked = [{ kind: 'program', id: 'p1' }] as const;
  await using bench = await testBench(server.url, { selection: { ...ANYTHING, blocked } });
  expect(await findWork(bench, { mode: 'full' }, new KindPatience(), signal)).toBeUndefined();
  expect(server.seen.filter(({ name }) => name === 'Release')).toHaveLength(2);
  expect(bench.events).toMatchObject([
    { event: 'declined', why: 'you have blocked the program fold (program:p1)' },
  ]);
  expect(bench.store.unfinished()).toEqual([]);
});

test.each([
  [{ mode: 'full', programId: 'p2' }, 'program:p2'],
  [{ mode: 'full', organizationId: 'o2' }, 'organization:o2'],
] as const)(
  'gives back what it did not ask for, says why, and leaves that alone for a while: %j',
  async (choice, asked) => {
    await using server = await scriptedServer({
      Reserve: () => ({ reserveInputGroup: reservation }),
      Release: () => RELEASED,
    });
    await using bench = await testBench(server.url);
    const patience = new KindPatience();
    expect(await findWork(bench, choice, patience, signal)).toBeUndefined();
    expect(await findWork(bench, choice, patience, signal)).toBeUndefined();
    expect(server.seen.map(({ name }) => name)).toEqual(['Reserve', 'Release', 'Reserve', 'Release']);
    expect(bench.events).toMatchObject([
      { event: 'declined', why: expect.stringContaining(`and ${asked} was asked for`) },
    ]);
    expect(bench.store.unfinished()).toEqual([]);
  },
);
