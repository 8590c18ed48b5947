import fc from 'fast-check';
import { governorSettings } from '../../test/unbound-governor.js';
import { type GovernorSettings, type Wish, WORK } from '../governor-settings.js';
import { parseWeekHours } from '../hours/parse-week-hours.js';
import { ALWAYS } from '../hours/week-hours.js';
import type { PauseCode } from '../rules/rule.js';
import { RULES } from '../rules/rules.js';
import type { Sample } from '../sample.js';
import { type Decision, decide, type GovernorState } from './decide.js';

const LIMITS = { cpus: 1, otherCpus: 0.5, freeMemory: 1e9 };
const STRICT = governorSettings({
  inUse: LIMITS,
  idle: { ...LIMITS, cpus: 3.5 },
  whileInUse: 'work',
  onBattery: 'pause',
  maxTemperature: 80,
  hours: parseWeekHours('0:00-12:00') ?? ALWAYS,
  programs: ['blender'],
});
const CALM = {
  otherCpus: 0.1,
  freeMemory: 4e9,
  onBattery: false,
  temperature: 60,
  running: [],
  minuteOfWeek: 60,
};

/** The decisions over a history in which each sample comes half a second after the one before. */
function over(
  samples: readonly Partial<Sample>[],
  settings: GovernorSettings = STRICT,
  wish: Wish = WORK,
): Decision[] {
  let state: GovernorState = {};
  return samples.map((sample, index) => {
    const next = decide(
      state,
      { settings, wish },
      { ...CALM, at: index * 500, time: index * 500, ...sample },
    );
    state = next.state;
    return next.decision;
  });
}

function times(seconds: number, sample: Partial<Sample>): Partial<Sample>[] {
  return Array.from({ length: seconds * 2 }, () => sample);
}

test('lets the work run on a calm machine', () => {
  expect(over(times(1, {})).at(-1)).toEqual({
    run: true,
    reasons: [],
    isIdle: false,
    cpus: 1,
    giveMemoryBack: false,
  });
});

test.each<[PauseCode, Partial<Sample>, string, number]>([
  ['HOURS', { minuteOfWeek: 13 * 60 }, 'outside the hours that you allow (0:00-12:00)', 0],
  ['PROGRAM', { running: ['blender'] }, 'blender is running', 15],
  ['BATTERY', { onBattery: true, charge: 0.73 }, 'on battery (73% left)', 10],
  ['TEMPERATURE', { temperature: 81.4 }, 'the processor has 81 °C (more than 80 °C)', 30],
  [
    'TEMPERATURE',
    { temperature: undefined, throttled: true },
    'slows the processor down because of its heat',
    30,
  ],
  ['FREE_MEMORY', { freeMemory: 512 * 1024 ** 2 }, '512 MiB of memory are free (less than 954 MiB)', 30],
  ['OTHER_CPUS', { otherCpus: 0.9 }, 'other programs use 0.90 CPUs (more than 0.5)', 30],
])('%s pauses within two seconds for %j, and goes on when it is over', (code, sample, why, resumeAfter) => {
  const decisions = over([...times(1, {}), ...times(2.5, sample), ...times(40, {})]);
  const pausedAt = decisions.findIndex(({ run }) => !run);
  expect(pausedAt).toBeLessThanOrEqual(2 + 4);
  expect(decisions[pausedAt]?.reasons).toEqual([{ code, why: expect.stringContaining(why) }]);
  const stillPaused = decisions.slice(7).filter(({ run }) => !run);
  expect(stillPaused).toHaveLength(resumeAfter * 2);
  expect(decisions.at(-1)?.run).toBe(true);
});

test('keeps a pause while it is neither calm nor too much', () => {
  const decisions = over([...times(2, { otherCpus: 0.9 }), ...times(60, { otherCpus: 0.45 })]);
  expect(decisions.at(-1)?.reasons).toMatchObject([{ code: 'OTHER_CPUS' }]);
  expect(over(times(60, { otherCpus: 0.45 })).every(({ run }) => run)).toBe(true);
});

test('has other limits for an idle machine', () => {
  const [inUse, idle] = over([{ idleSeconds: 299 }, { idleSeconds: 300 }]);
  expect(inUse).toMatchObject({ isIdle: false, cpus: 1 });
  expect(idle).toMatchObject({ isIdle: true, cpus: 3.5 });
});

test('may work on an idle machine only', () => {
  const settings = { ...STRICT, whileInUse: 'pause' } as const;
  const decisions = over([{ idleSeconds: 1 }, { idleSeconds: 301 }, { idleSeconds: 0 }, {}], settings);
  expect(decisions.map(({ run }) => run)).toEqual([false, true, false, false]);
  expect(decisions[0]?.reasons).toEqual([
    { code: 'IN_USE', why: expect.stringContaining('idle after 5 min 00 s without a key') },
  ]);
  expect(decisions[3]?.reasons[0]?.why).toContain('this one does not tell');
});

test('obeys the person first, and at once', () => {
  const codes = (wish: Wish) =>
    over(times(2, { onBattery: true }), STRICT, wish).map(({ reasons }) => reasons.map(({ code }) => code));
  expect(codes({ kind: 'pause' })[0]).toEqual(['USER', 'BATTERY']);
  const snoozed = codes({ kind: 'snooze', until: 1000 });
  expect([snoozed[0], snoozed[2]]).toEqual([['SNOOZE', 'BATTERY'], ['BATTERY']]);
});

test('a rule that is switched off lets go at once', () => {
  const on = decide({}, { settings: STRICT, wish: WORK }, { ...CALM, at: 0, time: 0, onBattery: true });
  expect(on.decision.run).toBe(false);
  const settings = { ...STRICT, onBattery: 'work' } as const;
  const off = decide(on.state, { settings, wish: WORK }, { ...CALM, at: 1, time: 1, onBattery: true });
  expect(off.decision.run).toBe(true);
});

const anySample = fc.record(
  {
    otherCpus: fc.double({ min: 0, max: 4, noNaN: true }),
    freeMemory: fc.integer({ min: 0, max: 4e9 }),
    ownMemory: fc.integer({ min: 0, max: 4e9 }),
    onBattery: fc.boolean(),
    charge: fc.double({ min: 0, max: 1, noNaN: true }),
    temperature: fc.double({ min: 20, max: 120, noNaN: true }),
    throttled: fc.boolean(),
    idleSeconds: fc.integer({ min: 0, max: 1000 }),
    running: fc.subarray(['blender', 'steam']),
  },
  { requiredKeys: [] },
);
const anyHistory = fc.array(anySample, { minLength: 1, maxLength: 400 });
const onlyMeasured = { ...STRICT, hours: ALWAYS };

test('gives a reason for each pause, and none otherwise, whatever the samples', () => {
  fc.assert(
    fc.property(anyHistory, fc.constantFrom('work', 'pause'), (samples, whileInUse) => {
      for (const { run, reasons, giveMemoryBack } of over(samples, { ...STRICT, whileInUse })) {
        expect(run).toBe(reasons.length === 0);
        for (const { why } of reasons) expect(why.length).toBeGreaterThan(5);
        if (giveMemoryBack) expect(reasons.map(({ code }) => code)).toContain('FREE_MEMORY');
      }
    }),
  );
});

test('does not flap, whatever the samples: each pause for what is measured lasts its time', () => {
  const shortest = new Map(RULES.map(({ code, resumeAfter }) => [code, resumeAfter * 2]));
  fc.assert(
    fc.property(anyHistory, (samples) => {
      const decisions = over(samples, onlyMeasured);
      for (const [code, least] of shortest) {
        const states = decisions.map(({ reasons }) => reasons.some((reason) => reason.code === code));
        for (const length of endedPauses(states)) expect(length).toBeGreaterThanOrEqual(least);
      }
    }),
  );
});

/** The lengths, in samples, of the pauses that ended within the history. */
function endedPauses(states: readonly boolean[]): number[] {
  const text = states.map((paused) => (paused ? 'p' : 'r')).join('');
  return [...text.matchAll(/p+(?=r)/gu)].map(([pause]) => pause.length);
}

/** Whether, and after how many seconds, what stands still is to give its memory back. */
function givesBackAfter(samples: readonly Partial<Sample>[], settings = STRICT): number | undefined {
  const at = over(samples, settings).findIndex(({ giveMemoryBack }) => giveMemoryBack);
  return at < 0 ? undefined : at / 2;
}

test('ends a proof whose own memory alone keeps the work from going on, and not for a burst of others', () => {
  const held = { freeMemory: 0.5e9, ownMemory: 3e9 };
  // The pause begins half a second after the shortage; two minutes later others have waited long enough.
  expect(givesBackAfter(times(200, held))).toBe(120.5);
  expect(givesBackAfter([...times(119, held), ...times(1, {}), ...times(119, held)])).toBeUndefined();
});

test.each<[string, Partial<Sample>]>([
  ['others have taken all', { freeMemory: 0.5e9, ownMemory: 0.1e9 }],
  ['nothing of ours is there', { freeMemory: 0.5e9, ownMemory: 0 }],
  ['the system does not tell what is ours', { freeMemory: 0.5e9 }],
  ['enough is free', { freeMemory: 4e9, ownMemory: 3e9 }],
])('ends none where that would not help: %s', (_, sample) => {
  expect(givesBackAfter(times(300, sample))).toBeUndefined();
});

test('once the memory is given back, the work goes on', () => {
  const decisions = over([
    ...times(130, { freeMemory: 0.5e9, ownMemory: 3e9 }),
    ...times(31, { freeMemory: 3.5e9 }),
  ]);
  expect(decisions.at(-1)).toMatchObject({ run: true, giveMemoryBack: false });
});
