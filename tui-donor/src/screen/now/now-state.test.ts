import type { DonorEvent } from '../../events/donor-event.js';
import { hear, type NowState, startNow } from './now-state.js';

const NAMES = { inputGroupId: 'g1', inputGroup: 'first', program: 'fold' };
const RESERVED: DonorEvent = {
  event: 'reserved',
  kind: 'EXECUTE_AND_PROVE',
  programId: 'p1',
  organization: 'Folders',
  decisions: null,
  expiresAt: '2030-01-01T00:00:00.000Z',
  ...NAMES,
};

function after(...events: DonorEvent[]): NowState {
  return events.reduce((state, event, at) => hear(state, event, at * 1000), startNow('http://here'));
}

const PROVING: DonorEvent[] = [
  RESERVED,
  { event: 'phase', command: 'execute', phase: 'execute', seconds: 0, ...NAMES },
  {
    event: 'executed',
    steps: 1000,
    seconds: 1,
    bytes: 5,
    proveMemory: 4096,
    proveSeconds: 9,
    tier: 'small',
    ...NAMES,
  },
  {
    event: 'progress',
    command: 'prove',
    phase: 'tables',
    fraction: 0.25,
    remaining: 30,
    seconds: 3,
    ...NAMES,
  },
];

test('follows a piece of work through its steps', () => {
  expect(after(RESERVED).piece).toMatchObject({ step: 'fetch', organization: 'Folders', beganAt: 0 });
  expect(after(...PROVING).piece).toMatchObject({
    step: 'prove',
    phase: 'tables',
    fraction: 0.25,
    doneAt: 33_000,
    stepBeganAt: 3000,
    beganAt: 0,
    steps: 1000,
    proveMemory: 4096,
  });
});

test('a new step knows nothing of the progress of the one before', () => {
  const verify: DonorEvent = { event: 'phase', command: 'verify', phase: 'verify', seconds: 0, ...NAMES };
  expect(after(...PROVING, verify).piece).toMatchObject({
    step: 'verify',
    fraction: undefined,
    doneAt: undefined,
  });
});

test.each<[DonorEvent, Partial<NowState>]>([
  [
    { event: 'proof-accepted', proofId: 'x', ...NAMES },
    { accepted: 1, failures: 0 },
  ],
  [{ event: 'execution-accepted', final: true, ...NAMES }, { executions: 1 }],
  [{ event: 'failed', code: 'STEP_LIMIT', message: 'm', reported: true, ...NAMES }, { failures: 1 }],
  [
    { event: 'superseded', ...NAMES },
    { accepted: 0, failures: 0 },
  ],
  [{ event: 'lease-lost', why: 'w', goesOn: false, ...NAMES }, {}],
])('%j ends the piece', (event, counts) => {
  expect(after(...PROVING, event)).toMatchObject({ piece: undefined, ...counts });
});

test('a checkpoint and a lease that is not needed end nothing', () => {
  const going: DonorEvent[] = [
    { event: 'execution-accepted', final: false, ...NAMES },
    { event: 'lease-lost', why: 'w', goesOn: true, ...NAMES },
  ];
  expect(after(...PROVING, ...going)).toMatchObject({ piece: { step: 'prove' }, executions: 0 });
});

test('is offline while it asks in vain, and connected when there is an answer', () => {
  const retrying: DonorEvent = { event: 'retrying', what: 'ask for work', why: 'refused', delaySeconds: 1 };
  expect(after(retrying)).toMatchObject({ reach: 'lost', trouble: 'could not ask for work: refused' });
  expect(after(retrying, { event: 'waiting', seconds: 5 })).toMatchObject({
    reach: 'connected',
    trouble: undefined,
    waitingUntil: 6000,
  });
});

test('a pause takes nothing from the time that is left', () => {
  const paused: DonorEvent = { event: 'paused', code: 'BATTERY', why: 'w', reasons: [] };
  // The proof was to be done at 33 s; the pause is from 4 s to 5 s.
  expect(after(...PROVING, paused)).toMatchObject({ pausedAt: 4000, piece: { doneAt: 33_000 } });
  expect(after(...PROVING, paused, paused, { event: 'continued', seconds: 2 })).toMatchObject({
    pausedAt: undefined,
    piece: { doneAt: 35_000 },
  });
});

test('what happened last stands first, clean, and not for ever', () => {
  const evil = { ...NAMES, program: 'fo\u001B[31mld\nx' };
  const state = after(RESERVED, { event: 'cancelled', ...evil });
  expect(state.told.map(({ text }) => text)).toEqual([
    'fold x / first: the input group was deleted or given up; the work on it ends',
    expect.stringContaining('reserved to execute and prove'),
  ]);
  expect(after(...Array.from({ length: 300 }, () => RESERVED)).told).toHaveLength(200);
});
