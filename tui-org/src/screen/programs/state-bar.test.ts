import { textOf } from '@cairn/tui-kit/screen';
import { stateBar, stateLegend } from './state-bar.js';

const NONE = { available: 0, reserved: 0, executed: 0, proven: 0, confirmed: 0, failed: 0 };
const counts = (some: Partial<typeof NONE>) => {
  const all = { ...NONE, ...some };
  return { ...all, total: Object.values(all).reduce((sum, count) => sum + count, 0) };
};

test.each([
  [{}, 6, '──────'],
  [{ available: 3, confirmed: 3 }, 6, '███···'],
  [{ confirmed: 1, proven: 1, executed: 1, reserved: 1, available: 1, failed: 1 }, 6, '█▓▒░·×'],
  // One of ten thousand is seen too.
  [{ available: 9999, failed: 1 }, 6, '·····×'],
  [{ confirmed: 2, available: 1 }, 4, '███·'],
  [{ confirmed: 1, proven: 1, executed: 1 }, 2, '█▓'],
  [{ confirmed: 100, proven: 1, executed: 1 }, 4, '██▓▒'],
])('%j in %d cells: %s', (some, width, bar) => {
  const drawn = textOf(stateBar(counts(some), width));
  expect([...drawn]).toHaveLength(width);
  expect(drawn).toBe(bar);
});

test('says what each filling means', () => {
  expect(textOf(stateLegend(counts({ confirmed: 1234 })))).toBe(
    '█ confirmed 1,234  ▓ proven 0  ▒ executed 0  ░ reserved 0  · available 0  × failed 0',
  );
});
