import { commandLine } from './command-line.js';

test('runs the binary itself at the usual priority', () => {
  expect(commandLine('/p', ['prove'])).toEqual({ file: '/p', args: ['prove'] });
});

test('runs it through nice at a lower one', () => {
  expect(commandLine('/p', ['prove'], 19)).toEqual({ file: 'nice', args: ['-n', '19', '/p', 'prove'] });
});

test.each([-1, 20, 1.5, Number.NaN])('refuses priority %p', (priority) => {
  expect(() => commandLine('/p', [], priority)).toThrow('expected a whole number from 0 to 19');
});
