import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { completeInBash, PtySession, temporaryFolder } from '@cairn/tui-kit/test';
import { Argument, Command } from 'commander';
import { completedCommands } from './completed-command.js';
import { completionScript } from './completion-script.js';
import type { Shell } from './shell.js';

/** A program with one of everything that is completed. */
function cairn(): Command {
  const program = new Command('cairn-test').option('--json', 'print JSON; lines');
  program
    .command('work', { isDefault: true })
    .description("do one's work")
    .option('--mode <full|prove>', 'what to do')
    .option('-d, --data-dir <dir>', 'where')
    .option('--server <url>', 'which');
  const config = program
    .command('config')
    .description('settings: all')
    .option('--input <file>', 'from a file');
  const key = new Argument('<key>');
  key.argChoices = ['hours', 'executor_cpus'];
  config.command('set').addArgument(key).argument('<value>');
  program.command('open').argument('<how>').argument('[files...]').option('--yes');
  program.command('secret', { hidden: true });
  return program;
}

const script = (shell: Shell): string => completionScript(shell, cairn(), 'work');
const complete = (...words: string[]): Promise<string[]> =>
  completeInBash(script('bash'), ['cairn-test', ...words]);

test.each<[string[], string[]]>([
  [[''], ['work', 'config', 'open', 'help']],
  [['o'], ['open']],
  [
    ['config', ''],
    ['set', 'help'],
  ],
  [['config', 'set', 'ex'], ['executor_cpus']],
  [['config', 'set', 'hours', ''], []],
  [['--json', 'config', 's'], ['set']],
  [
    ['--mode', ''],
    ['full', 'prove'],
  ],
  [['work', '--mode', 'p'], ['prove']],
  [['work', '--mode', '=', 'p'], ['prove']],
  [
    ['work', '--mode', '='],
    ['full', 'prove'],
  ],
  [['--server', ''], []],
  // What an option takes is no command.
  [['--server', 'config', 'o'], ['open']],
  [['-'], ['-h', '--help', '--json', '--mode', '-d', '--data-dir', '--server']],
  [
    ['open', '--'],
    ['--yes', '--help', '--json'],
  ],
  [['config', 'set', '--in'], ['--input']],
])('after %j bash offers %j', async (words, offered) => {
  expect((await complete(...words)).toSorted()).toEqual(offered.toSorted());
});

test('completes folders and files where those are meant', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'inner place'));
  await writeFile(join(folder.path, 'input.csv'), '');
  const here = (...words: string[]): Promise<string[]> =>
    completeInBash(script('bash'), ['cairn-test', ...words], folder.path);
  expect(await here('--data-dir', 'in')).toEqual(['inner place']);
  expect((await here('config', '--input', 'in')).toSorted()).toEqual(['inner place', 'input.csv']);
  expect((await here('open', 'somehow', 'one', 'in')).toSorted()).toEqual(['inner place', 'input.csv']);
  expect(await here('open', 'in')).toEqual([]);
});

test('completes a line that a person types', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'completion');
  await writeFile(file, script('bash'));
  await using bash = new PtySession('bash', ['--norc', '--noprofile', '-i'], { env: { PS1: 'ready> ' } });
  await bash.shows('ready>');
  bash.press(`source '${file}'`, 'enter', 'cairn-test conf', 'tab', 's', 'tab', 'exec', 'tab');
  await bash.shows('cairn-test config set executor_cpus');
});

/** They need not be there; where they are, they have to take it. */
const ifThere = (shell: string) => (spawnSync(shell, ['--version']).status === 0 ? test : test.skip);

ifThere('zsh')('zsh completes a line that a person types', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'completion');
  await writeFile(file, script('zsh'));
  await using zsh = new PtySession('zsh', ['-f', '-i'], { env: { PS1: 'ready> ', HOME: folder.path } });
  await zsh.shows('ready>');
  zsh.press(`autoload -Uz compinit; compinit -D; source '${file}'`, 'enter');
  await zsh.shows(/ready> .*ready>$/su);
  zsh.press('cairn-test conf', 'tab', 's', 'tab', 'exec', 'tab');
  await zsh.shows('cairn-test config set executor_cpus');
});

ifThere('fish')('fish completes commands, arguments, options and what they take', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'completion');
  await writeFile(file, script('fish'));
  await writeFile(join(folder.path, 'input.csv'), '');
  const ask = (line: string): string[] => {
    const said = execFileSync(
      'fish',
      ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', file, line],
      {
        cwd: folder.path,
        env: { ...process.env, HOME: folder.path },
        encoding: 'utf8',
      },
    );
    return said.split('\n').flatMap((offered) => offered.split('\t')[0] || []);
  };
  expect(ask('cairn-test o')).toEqual(['open']);
  expect(ask('cairn-test config set ex')).toEqual(['executor_cpus']);
  expect(ask('cairn-test --mode p')).toEqual(['prove']);
  expect(ask('cairn-test --server config open --ye')).toEqual(['--yes']);
  expect(ask('cairn-test open somehow in')).toEqual(['input.csv']);
  expect(ask('cairn-test open in')).toEqual([]);
});

test('knows what help knows, and nothing that it hides', () => {
  const commands = completedCommands(cairn(), 'work');
  expect(commands.map(({ path }) => path)).toEqual([
    '',
    'work',
    'config',
    'config set',
    'config help',
    'open',
    'help',
  ]);
  expect(commands[0]?.commands).toContainEqual({ name: 'config', about: 'settings' });
});
