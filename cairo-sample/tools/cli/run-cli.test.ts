import { run } from '../test/run.js';

test.each([[[]], [['help']], [['--help']]])('%p explains every command', async (args) => {
  const { code, stdout } = await run(args);
  expect(code).toBe(0);
  for (const name of ['inputs', 'solve', 'draw', 'check', 'expected'])
    expect(stdout).toContain(`\n  ${name}`);
});

test.each([
  [['fold'], 'There is no command "fold", expected one of inputs, solve, draw, check, expected.'],
  [['constructor'], 'There is no command "constructor"'],
  [['draw', '--sequnce', 'HP'], "Unknown option '--sequnce'"],
  [['draw', 'HP'], "Unexpected argument 'HP'"],
  [['draw', '--moves', 'E'], 'The option --sequence is missing.'],
  [
    ['inputs', '--sequence', 'HPH', '--prefix', '2.5', '--output', 'x'],
    '--prefix is "2.5", expected a whole number.',
  ],
])('%p is bad usage', async (args, message) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).toContain('See --help.');
});

test.each([
  [['draw', '--sequence', 'HPX', '--moves', 'EN'], 'Bead 3 of the chain is "X"'],
  [['draw', '--sequence', 'HPH', '--moves', 'E?'], 'Move 2 is "?"'],
  [['solve', '--sequence', 'H'], 'The chain has 1 beads'],
  [['check', '--results', '/no/such/file'], 'no such file'],
])('%p is bad input, told without a stack trace', async (args, message) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
});

test('draws with the energy, in ASCII where the locale asks for it', async () => {
  const args = ['draw', '--sequence', 'HPPH', '--moves', 'ENW'];
  const unicode = await run(args);
  expect(unicode.stdout).toBe(
    '●───○\n┊   │\n◉───○\n\n● H   ○ P   ◉ ◎ first bead   ┄┄┄ ┊ contact\nenergy -1\n',
  );
  expect((await run([...args, '--ascii'])).stdout).toContain('H---P\n:   |\nh---P\n');
  expect((await run(args, { LC_ALL: 'C' })).stdout).toContain('h---P');
});

test('colours on a terminal only, and never against NO_COLOR', async () => {
  const args = ['draw', '--sequence', 'HPPH', '--moves', 'ENW'];
  const colored = String.fromCharCode(27);
  expect((await run(args, { LANG: 'C.UTF-8' }, true)).stdout).toContain(colored);
  expect((await run(args, { LANG: 'C.UTF-8', NO_COLOR: '1' }, true)).stdout).not.toContain(colored);
  expect((await run(args)).stdout).not.toContain(colored);
});

test('solve tells the answer and the check of the walks', async () => {
  const { code, stdout } = await run(['solve', '--sequence', 'HPPHPPHPPH']);
  expect(code).toBe(0);
  expect(stdout).toContain('lowest energy -4\n');
  expect(stdout).toContain('best folds    8 (1 up to turning and mirroring)');
  expect(stdout).toContain('walks         16268, as OEIS A001411 has it\n');
});
