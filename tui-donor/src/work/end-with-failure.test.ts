import { Lease } from '../lease/lease.js';
import { isWorthForgetting } from '../store/given-up.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { Refusal, scriptedServer } from '../test/scripted-server.js';
import { testBench } from '../test/test-bench.js';
import { endWithFailure } from './end-with-failure.js';
import type { FinishedExecution } from './piece-of-work.js';
import type { WorkFailure } from './work-failure.js';

const signal = new AbortController().signal;
const PANIC: WorkFailure = {
  code: 'PROGRAM_PANICKED',
  message: 'no',
  report: 'PROGRAM_PANICKED',
  subject: 'group',
};
const REPORTED = { reportFailure: { id: 'r1', state: 'FAILED' } };

async function end(
  failure: WorkFailure,
  answer: object | Refusal = REPORTED,
  kind: 'PROVE' | 'EXECUTE_AND_PROVE' = 'EXECUTE_AND_PROVE',
  execution?: FinishedExecution,
) {
  await using server = await scriptedServer({
    ReportFailure: () => answer,
    ReportBadExecution: () => ({ reportBadExecution: { id: 'r1', state: 'FAILED' } }),
  });
  await using bench = await testBench(server.url);
  const { reservation, ...rest } = reservedPiece();
  const piece = { ...rest, reservation: { ...reservation, kind }, ...(execution && { execution }) };
  const lease = new Lease(bench, piece, false, signal);
  const outcome = await endWithFailure(bench, piece, failure, lease, signal);
  await lease.stop();
  return { outcome, seen: server.seen, events: bench.events, givenUp: bench.store.givenUp() };
}

test('tells the server and remembers', async () => {
  const { outcome, seen, events, givenUp } = await end(PANIC);
  expect(outcome).toBe('failed');
  expect(seen[0]?.variables.input).toEqual({ token: 'token', code: 'PROGRAM_PANICKED', message: 'no' });
  expect(events).toMatchObject([{ event: 'failed', reported: true }]);
  const facts = { subject: 'group', id: 'g1', code: 'PROGRAM_PANICKED', message: 'no', reported: true };
  expect(givenUp).toMatchObject([facts]);
  expect(givenUp.filter(isWorthForgetting)).toEqual([]);
});

test('remembers the limits under which it failed, and not those of now', async () => {
  const limits = { maxMemory: 7, maxMemoryGiven: true, maxSteps: undefined };
  const { givenUp } = await end({ ...PANIC, limits });
  expect(givenUp).toMatchObject([{ maxMemory: 7 }]);
});

test('sends no more of a long message than the server takes, and nothing that could drive a terminal', async () => {
  const { seen } = await end({ ...PANIC, message: `\u001b[2J${'x'.repeat(2000)}` });
  expect(seen[0]?.variables.input).toMatchObject({ message: 'x'.repeat(500) });
});

test('keeps to itself what is only its own limit', async () => {
  const { outcome, seen, events, givenUp } = await end({ ...PANIC, report: undefined });
  expect(outcome).toBe('declined');
  expect(seen).toEqual([]);
  expect(events).toMatchObject([{ event: 'failed', reported: false }]);
  expect(givenUp.filter(isWorthForgetting)).toHaveLength(1);
});

test.each(['RESERVATION_EXPIRED', 'SERVER_BUSY'])('goes on though the report fails with %s', async (code) => {
  const { outcome, events } = await end(PANIC, new Refusal(code));
  expect(outcome).toBe('failed');
  expect(events).toMatchObject([{ event: 'failed', reported: false }]);
});

test("reports another donor's execution, and keeps a bad one of its own to itself", async () => {
  const bad: WorkFailure = { ...PANIC, code: 'EXECUTION_INVALID', report: 'BAD_EXECUTION' };
  const proving = await end(bad, REPORTED, 'PROVE');
  expect(proving.seen.map(({ name }) => name)).toEqual(['ReportBadExecution']);
  expect(proving.seen[0]?.variables.input).toEqual({ token: 'token', message: 'no' });
  expect(proving.events).toMatchObject([{ event: 'failed', reported: true }]);
  const own = await end(bad, REPORTED, 'EXECUTE_AND_PROVE');
  expect(own.seen).toEqual([]);
  expect(own.events).toMatchObject([{ event: 'failed', reported: false }]);
});

test("reports that another donor's execution takes more memory than there is, and not that its own does", async () => {
  const failure: WorkFailure = { ...PANIC, code: 'MEMORY_LIMIT', report: 'MEMORY_LIMIT' };
  const execution = { steps: 1, bytes: 1, sha256: '00', submission: 'submitted' } as const;
  const proving = await end(failure, REPORTED, 'PROVE', execution);
  expect(proving.seen[0]?.variables.input).toMatchObject({ code: 'MEMORY_LIMIT' });
  expect(proving.outcome).toBe('failed');
  const own = await end(failure, REPORTED, 'EXECUTE_AND_PROVE', execution);
  expect(own.seen).toEqual([]);
  const running = await end(failure, REPORTED, 'EXECUTE_AND_PROVE');
  expect(running.seen[0]?.variables.input).toMatchObject({ code: 'MEMORY_LIMIT' });
});
