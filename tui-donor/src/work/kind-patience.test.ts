import { KindPatience } from './kind-patience.js';

test('leaves a kind of work alone for a while', () => {
  const patience = new KindPatience();
  expect(patience.isPaused('PROVE', 0)).toBe(false);
  patience.pause('PROVE', 1000);
  expect(patience.isPaused('PROVE', 1001)).toBe(true);
  expect(patience.isPaused('EXECUTE', 1001)).toBe(false);
  expect(patience.isPaused('PROVE', 1000 + 5 * 60_000)).toBe(false);
});
