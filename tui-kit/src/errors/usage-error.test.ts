import { UsageError } from './usage-error.js';

test('always says what to do, and more where there is more to say', () => {
  expect(new UsageError('--count is "0"', { expected: 'a whole number from 1' })).toMatchObject({
    code: 'USAGE',
    exitCode: 2,
    expected: 'a whole number from 1',
    help: 'correct it and run the command again; --help shows what it takes',
  });
  expect(new UsageError('the file is not there', { help: 'check the path' }).help).toBe('check the path');
});
