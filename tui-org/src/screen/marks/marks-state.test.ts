import { toggleAll, toggleMark } from './marks-state.js';

const NONE: ReadonlySet<string> = new Set();

test('a mark is set and taken away', () => {
  const one = toggleMark(NONE, 'a');
  expect([...one]).toEqual(['a']);
  expect([...toggleMark(one, 'a')]).toEqual([]);
});

test('all are marked, and when they are, none is; others keep theirs', () => {
  const some = toggleMark(toggleMark(NONE, 'a'), 'other');
  const all = toggleAll(some, ['a', 'b']);
  expect([...all].toSorted()).toEqual(['a', 'b', 'other']);
  expect([...toggleAll(all, ['a', 'b'])]).toEqual(['other']);
});
