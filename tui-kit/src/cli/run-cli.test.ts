import { captureOutput } from '@cairn/tui-kit/test';
import { Command } from 'commander';
import { ExitCode } from '../errors/exit-code.js';
import { NothingToDoError } from '../errors/nothing-to-do-error.js';
import { ServerRefusedError } from '../errors/server-refused-error.js';
import type { CliContext } from './cli-context.js';
import { runCli } from './run-cli.js';

async function run(argv: string[], action: (context: CliContext) => void = () => {}, env = {}) {
  const { written, world } = captureOutput(env);
  const build = (context: CliContext): Command =>
    new Command('cairn-test').addCommand(
      new Command('work')
        .option('--json')
        .option('--count <n>')
        .action(() => action(context)),
    );
  return { exitCode: await runCli(build, argv, world), ...written };
}

function thrower(error: unknown): () => never {
  return () => {
    throw error;
  };
}

test('ends with 0, or with what the action asked for', async () => {
  expect(await run(['work'])).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  const asked = await run(['work'], (context) => context.exitWith(ExitCode.notSo));
  expect(asked.exitCode).toBe(1);
});

test('says what is wrong, what was expected and what to do', async () => {
  const result = await run(
    ['work', '--json'],
    thrower(new NothingToDoError('no work is left', 'come back later')),
  );
  expect(result).toEqual({
    exitCode: 3,
    stdout: '{"error":{"code":"NOTHING_TO_DO","message":"no work is left","help":"come back later"}}\n',
    stderr: 'error: no work is left\ndo this: come back later\n',
  });
});

test('shows the diagnostics of a compiler in full', async () => {
  const error = new ServerRefusedError('PROGRAM_INVALID', 'it does not compile', {
    diagnostics: 'line 1\n  ^ here\u001b[2J\n',
  });
  const { stderr } = await run(['work'], thrower(error));
  expect(stderr).toBe('error: it does not compile\nline 1\n  ^ here\n');
});

test('shows no stack trace unless asked', async () => {
  const defect = new TypeError('x is undefined');
  const quiet = await run(['work'], thrower(defect));
  expect(quiet.exitCode).toBe(4);
  expect(quiet.stderr).toMatch(
    /^error: something went wrong in this program: x is undefined\ndo this: [^\n]*\n$/u,
  );
  const loud = await run(['work'], thrower(defect), { CAIRN_DEBUG: '1' });
  expect(loud.stderr).toContain('run-cli.test');
});

test.each([
  [['work', '--cuont', '3'], "unknown option '--cuont'"],
  [['wrok'], "unknown command 'wrok'"],
  [['work', '--count'], "option '--count <n>' argument missing"],
])('explains %j', async (argv, message) => {
  const { exitCode, stdout, stderr } = await run(argv);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(`error: ${message}`);
  expect(stderr.match(/error:/gu)).toHaveLength(1);
  expect(stderr).toContain('do this: run it with --help');
});

test('shows help without an error when asked, and with one when nothing was said', async () => {
  expect(await run(['--help'])).toMatchObject({ exitCode: 0, stderr: '' });
  const silent = await run([]);
  expect(silent.exitCode).toBe(2);
  expect(silent.stderr).toContain('error: no command was given');
});

test('leaves no handler of signals behind', async () => {
  const before = process.listenerCount('SIGINT');
  await run(['work']);
  expect(process.listenerCount('SIGINT')).toBe(before);
});
