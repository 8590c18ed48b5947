import { captureOutput } from '@cairn/tui-kit/test';
import { Output, wantsColors } from './output.js';

test('writes for people or for programs, never for both', () => {
  const { written, world } = captureOutput();
  for (const json of [false, true]) {
    const output = new Output(world.stdout, json, false);
    output.text('a line');
    output.record({ a: 1 });
  }
  expect(written.stdout).toBe('a line\n{"a":1}\n');
});

test('colours only where colours are wanted', () => {
  const { world } = captureOutput();
  expect(new Output(world.stdout, false, true).paint('red', 'x')).toBe('\u001b[31mx\u001b[39m');
  expect(new Output(world.stdout, false, false).paint('red', 'x')).toBe('x');
});

test.each([
  [true, {}, true],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
  [false, {}, false],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
])('terminal %p with %j', (isTTY, env, colors) => {
  expect(wantsColors({ write: () => {}, isTTY }, env)).toBe(colors);
});
