import { nextSpell, periodOf, threadsFor } from './duty-cycle.js';

test.each([
  [0.001, 1],
  [0.25, 1],
  [1, 1],
  [1.5, 2],
  [2, 2],
  [3.2, 4],
])('%f CPUs are %i threads', (cpus, threads) => {
  expect(threadsFor(cpus)).toBe(threads);
});

test.each([0.001, 0.1, 0.25, 0.5, 0.75, 0.99])(
  'gives a share of %f over time, whatever the timers do',
  (share) => {
    let elapsedMs = 0;
    let ranMs = 0;
    // Timers that are late by up to half, as on a busy machine; a fixed sequence, so that the test is the same each time.
    for (let round = 0; elapsedMs < 600 * periodOf(share) && round < 1e6; round += 1) {
      const spell = nextSpell({ elapsedMs, ranMs }, share);
      const actual = spell.forMs * (1 + ((round * 7) % 5) / 10);
      elapsedMs += actual;
      if (spell.run) ranMs += actual;
    }
    expect(ranMs / elapsedMs).toBeGreaterThan(share * 0.98);
    expect(ranMs / elapsedMs).toBeLessThan(share * 1.02);
  },
);

test('pauses a full share only for what was used beside it', () => {
  expect(nextSpell({ elapsedMs: 1000, ranMs: 1000 }, 1)).toEqual({ run: true, forMs: 500 });
  expect(nextSpell({ elapsedMs: 1000, ranMs: 1040 }, 1)).toEqual({ run: false, forMs: 40 });
  expect(nextSpell({ elapsedMs: 1000, ranMs: 1040 }, 2)).toEqual({ run: true, forMs: 500 });
});

test('runs long enough for the timers of the system to tell', () => {
  expect(nextSpell({ elapsedMs: 0, ranMs: 0 }, 0.001)).toEqual({ run: true, forMs: 10 });
  expect(nextSpell({ elapsedMs: 0, ranMs: 0 }, 0.5)).toEqual({ run: true, forMs: 50 });
});

test('pauses until the share is right again', () => {
  expect(nextSpell({ elapsedMs: 100, ranMs: 100 }, 0.25)).toEqual({ run: false, forMs: 300 });
});
