import type { Judgement } from '../rules/rule.js';
import { hysteresis, type Trip, UNTRIPPED } from './hysteresis.js';

const TIMES = { pauseAfter: 1, resumeAfter: 10 };
const OVER: Judgement = { level: 'over', why: 'too much' };
const TRIPPED: Trip = { why: 'too much', turningSince: undefined };

function after(trip: Trip, ...steps: [at: number, judgement: Judgement][]): Trip {
  return steps.reduce((last, [at, judgement]) => hysteresis(last, judgement, at, TIMES), trip);
}

test('pauses when it was over for long enough', () => {
  expect(after(UNTRIPPED, [0, OVER]).why).toBeUndefined();
  expect(after(UNTRIPPED, [0, OVER], [999, OVER]).why).toBeUndefined();
  expect(after(UNTRIPPED, [0, OVER], [1000, OVER]).why).toBe('too much');
  expect(after(UNTRIPPED, [0, OVER], [500, { level: 'between' }], [1000, OVER]).why).toBeUndefined();
});

test('goes on when it was clear for long enough without a break', () => {
  const clear: Judgement = { level: 'clear' };
  expect(after(TRIPPED, [0, clear], [9999, clear]).why).toBe('too much');
  expect(after(TRIPPED, [0, clear], [10_000, clear])).toEqual(UNTRIPPED);
  expect(after(TRIPPED, [0, clear], [5000, { level: 'between' }], [10_000, clear]).why).toBe('too much');
});

test('tells the reason of now, and goes on at once when the rule is off', () => {
  expect(after(TRIPPED, [0, { level: 'over', why: 'even more' }]).why).toBe('even more');
  expect(after(TRIPPED, [0, { level: 'off' }])).toEqual(UNTRIPPED);
});
