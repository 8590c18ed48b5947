import type { DonorEvent } from '../events/donor-event.js';
import { followWork, NOTHING_SEEN, type WorkSeen } from './follow-work.js';

const names = { inputGroupId: 'g1', inputGroup: 'first', program: 'fold' };
const STARTED: DonorEvent = {
  event: 'started',
  server: 'http://s',
  mode: 'auto',
  cpus: 1,
  threads: 1,
  maxMemory: null,
  dataDir: '/d',
};
const PROGRESS: DonorEvent = {
  event: 'progress',
  command: 'prove',
  phase: 'prove',
  fraction: 0.5,
  remaining: 9,
  seconds: 9,
  ...names,
};

function after(...events: DonorEvent[]): WorkSeen {
  return events.reduce(followWork, NOTHING_SEEN);
}

test('knows the work in hand and how far it is', () => {
  const seen = after(STARTED, { event: 'resumed', have: 'execution', ...names }, PROGRESS);
  expect(seen).toMatchObject({
    phase: 'working',
    work: { ...names, command: 'prove', fraction: 0.5, remaining: 9 },
  });
});

test('a phase that begins does not forget how far the command was; another command does', () => {
  const phase: DonorEvent = { event: 'phase', command: 'prove', phase: 'write', seconds: 10, ...names };
  expect(after(STARTED, PROGRESS, phase).work).toMatchObject({ phase: 'write', fraction: 0.5 });
  expect(after(STARTED, PROGRESS, { ...phase, command: 'verify' }).work).toMatchObject({ fraction: null });
});

test.each<[DonorEvent, Partial<WorkSeen>]>([
  [
    { event: 'proof-accepted', proofId: 'p', ...names },
    { proofs: 1, executions: 0 },
  ],
  [
    { event: 'execution-accepted', final: true, ...names },
    { proofs: 0, executions: 1 },
  ],
  [
    { event: 'released', ...names },
    { proofs: 0, executions: 0 },
  ],
  [
    { event: 'lease-lost', why: 'w', goesOn: false, ...names },
    { proofs: 0, executions: 0 },
  ],
])('%j ends a piece of work', (event, counts) => {
  expect(after(STARTED, PROGRESS, event)).toMatchObject({ work: null, ...counts });
});

test('a checkpoint ends nothing', () => {
  const seen = after(STARTED, PROGRESS, { event: 'execution-accepted', final: false, ...names });
  expect(seen).toMatchObject({ work: { ...names, fraction: 0.5 }, executions: 0 });
});

test('keeps in mind why the server cannot be reached, until it answers', () => {
  const trouble: DonorEvent = { event: 'retrying', what: 'ask for work', why: 'no answer', delaySeconds: 2 };
  expect(after(trouble)).toMatchObject({ phase: 'connecting', trouble: 'no answer' });
  expect(after(trouble, STARTED, { event: 'waiting', seconds: 2 })).toMatchObject({
    phase: 'waiting',
    trouble: null,
  });
  expect(
    after(STARTED, { event: 'stopped', why: 'count', proofs: 0, executions: 0, others: {}, seconds: 1 })
      .phase,
  ).toBe('ended');
});
