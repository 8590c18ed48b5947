import type { DonorEvent } from '../events/donor-event.js';
import type { Decision } from './decision/decide.js';
import { tellChanges } from './tell-changes.js';

const RUNS: Decision = { run: true, reasons: [], isIdle: false, cpus: 1, giveMemoryBack: false };

function paused(...codes: ('BATTERY' | 'USER')[]): Decision {
  return { ...RUNS, run: false, reasons: codes.map((code) => ({ code, why: `because of ${code}` })) };
}

function told(...decisions: [at: number, decision: Decision][]): DonorEvent[] {
  const events: DonorEvent[] = [];
  let now = 0;
  const tell = tellChanges(
    (event) => void events.push(event),
    1,
    () => now,
  );
  for (const [at, decision] of decisions) {
    now = at;
    tell(decision);
  }
  return events;
}

test('tells each pause once, and how long it was', () => {
  const events = told(
    [0, RUNS],
    [1000, paused('BATTERY')],
    [2000, paused('BATTERY')],
    [4000, RUNS],
    [5000, RUNS],
  );
  expect(events).toMatchObject([
    { event: 'paused', code: 'BATTERY', why: 'because of BATTERY' },
    { event: 'continued', seconds: 3 },
  ]);
});

test('tells of other reasons, and counts the pause from its beginning', () => {
  const events = told(
    [0, paused('BATTERY')],
    [1000, paused('USER', 'BATTERY')],
    [2000, paused('BATTERY')],
    [3000, RUNS],
  );
  expect(events.map((event) => ('code' in event ? event.code : event))).toEqual([
    'BATTERY',
    'USER',
    'BATTERY',
    { event: 'continued', seconds: 3 },
  ]);
});

test('tells of other limits, also of the first ones when they are not those of the beginning', () => {
  expect(told([0, { ...RUNS, cpus: 2 }])).toEqual([{ event: 'allowed', isIdle: false, cpus: 2 }]);
  expect(told([0, RUNS], [1, { ...RUNS, isIdle: true, cpus: 3 }])).toEqual([
    { event: 'allowed', isIdle: true, cpus: 3 },
  ]);
});
