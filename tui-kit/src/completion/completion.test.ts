import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { completeInBash, PtySession, temporaryFolder } from '@cairn/tui-kit/test';
import { Argument, Command, Option } from 'commander';
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
  // Of one name, and not the same.
  const state = (...states: string[]) => new Option('--state <state>').choices(states);
  program.command('proofs').addOption(state('submitted', 'confirmed')).option('--all');
  program.command('inputs').argument('<name>').addOption(state('available')).option('--all <how>');
  const scopes = new Option('--scope <scopes...>').choices(['proofs:read', 'proofs:decide', 'inputs:write']);
  program.command('token').addOption(scopes).option('--name <text>');
  program.command('secret', { hidden: true });
  return program;
}

const script = (shell: Shell): string => completionScript(shell, cairn(), 'work');
const complete = (...words: string[]): Promise<string[]> =>
  completeInBash(script('bash'), ['cairn-test', ...words]);

test.each<[string[], string[]]>([
  [[''], ['work', 'config', 'open', 'proofs', 'inputs', 'token', 'help']],
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
  [['proofs', '--state', 's'], ['submitted']],
  [['--json', 'inputs', 'one', '--state', ''], ['available']],
  [['inputs', '--state', '=', 'a'], ['available']],
  // A flag of one command takes a value of another.
  [['proofs', '--all', '--st'], ['--state']],
  [['inputs', '--all', 'proofs', '--st'], ['--state']],
  [
    ['token', '--scope', ''],
    ['proofs:read', 'proofs:decide', 'inputs:write'],
  ],
  [['token', '--scope', 'inputs:write', 'inp'], ['inputs:write']],
  [['token', '--scope', 'inputs:write', '--na'], ['--name']],
  [['token', '--scope', 'inputs:write', '--name', ''], []],
  // bash takes words apart at colons, and puts in what stands behind the last.
  [['token', '--scope', 'proofs', ':', 're'], ['read']],
  [['token', '--scope', 'proofs', ':', 'read', 'inp'], ['inputs:write']],
  [['--server', 'http', ':', '//localhost', ':', '80', 'o'], ['open']],
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
  bash.press('ctrl-u', 'cairn-test token --scope proofs:r', 'tab', 'inp', 'tab', 'proofs:', 'tab', 'tab');
  await bash.shows(/--scope proofs:read inputs:write proofs:.*decide +read/su);
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
  zsh.press('ctrl-u', 'cairn-test inputs --state av', 'tab', 'one; cairn-test token --scope proofs:r', 'tab');
  await zsh.shows('inputs --state available one; cairn-test token --scope proofs:read');
  zsh.press('inp', 'tab', '--na', 'tab');
  await zsh.shows('--scope proofs:read inputs:write --name');
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
  expect(ask('cairn-test proofs --state ')).toEqual(['confirmed', 'submitted']);
  expect(ask('cairn-test inputs --state ')).toEqual(['available']);
  expect(ask('cairn-test token --scope inputs:write proofs:r')).toEqual(['proofs:read']);
  expect(ask('cairn-test token --scope inputs:write --na')).toEqual(['--name']);
  expect(ask('cairn-test inputs --all proofs --st')).toEqual(['--state']);
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
    'proofs',
    'inputs',
    'token',
    'help',
  ]);
  expect(commands[0]?.commands).toContainEqual({ name: 'config', about: 'settings' });
});
