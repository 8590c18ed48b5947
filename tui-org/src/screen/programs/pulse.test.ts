import { pulseOf } from './pulse.js';

const now = new Date('2030-01-01T12:00:00Z');
const at = (minutesAgo: number): string => new Date(now.getTime() - minutesAgo * 60_000).toISOString();

test('eleven proofs in an hour are ten an hour, and twenty groups take two hours more', () => {
  const submitted = Array.from({ length: 11 }, (_, place) => at(place * 6));
  expect(pulseOf(submitted, 20, now)).toEqual({ perHour: 10, secondsLeft: 7200 });
});

test('slows down when none come any more', () => {
  const submitted = [at(600), at(606)];
  expect(pulseOf(submitted, 1, now).perHour).toBeCloseTo(0.099, 3);
});

test.each([[[]], [[at(1)]]])('does not guess from %j', (submitted) => {
  expect(pulseOf(submitted, 20, now)).toEqual({ perHour: undefined, secondsLeft: undefined });
});

test('where nothing is left there is no end to expect', () => {
  expect(pulseOf([at(1), at(61)], 0, now).secondsLeft).toBeUndefined();
});
