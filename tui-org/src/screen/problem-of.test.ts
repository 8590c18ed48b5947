import { UsageError } from '@cairn/tui-kit';
import { problemOf } from './problem-of.js';

test('says what is wrong, what was expected and what to do', () => {
  const error = new UsageError('no such file', { expected: 'a CSV file', help: 'check the path' });
  expect(problemOf(error)).toBe('no such file. Expected: a CSV file. check the path.');
  expect(problemOf(new UsageError('It is gone.', { help: 'Look.' }))).toBe('It is gone. Look.');
  expect(problemOf(new Error('broken'))).toBe('broken');
  expect(problemOf('odd')).toBe('odd');
});

test.each([
  undefined,
  'run `cairn-org login --username lab`',
  '`cairn-org proofs` shows the state of each; run the command again for those that still wait',
  'make it faster, or give it more time: --reducer-seconds',
])('leaves out what helps at a shell alone: %s', (help) => {
  const more = help === undefined ? {} : { help };
  expect(problemOf(new UsageError('it is gone', more))).toBe('it is gone.');
});
