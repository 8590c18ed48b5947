import { addCompletion, type CliContext } from '@cairn/tui-kit';
import { Argument, Command } from 'commander';
import { TARGET_FORM } from '../selection/target.js';
import type { SettingDefinition } from '../settings/setting-definition.js';
import { SETTINGS } from '../settings/settings-table.js';
import { MODES } from '../work/mode.js';
import { addCredit } from './add-credit.js';
import type { ControlFlags } from './control-flags.js';
import type { RunFlags } from './run-flags.js';
import type { ServiceFlags } from './service-command.js';
import type { TargetFlags } from './target-commands.js';

const configuring = () => import('./config-command.js');
const serving = () => import('./service-command.js');
const steering = () => import('./steer-commands.js');

/** The commands of `cairn-donor`. What a command does is loaded when it is wanted: most of it is of no use to the others. */
export function buildProgram(context: CliContext): Command {
  const program = new Command('cairn-donor').description(
    'Donates computing power: executes and proves Cairo programs.',
  );
  workOptions(program.command('screen', { isDefault: true }))
    .description('the same on a full screen (what `cairn-donor` alone opens on a terminal)')
    .action(async (flags: RunFlags) => {
      const { openDonorScreen } = await import('../screen/open-donor-screen.js');
      await openDonorScreen(flags, context);
    });
  workOptions(program.command('run'))
    .description('reserve, execute, prove and hand in work until none is left')
    .option('--count <n>', 'end after so many accepted proofs and executions')
    .option('--wait', 'go on asking when no work is left')
    .option('--no-wait', 'end when no work is left (default)')
    .option('--json', 'print events as JSON lines')
    .action(async (flags: RunFlags) => (await import('./run-command.js')).runCommand(flags, context));
  addSteering(program, context);
  addConfig(program, context);
  addTargets(program, context);
  addService(program, context);
  addCredit(program, context);
  ofDataDir(program.command('doctor').description('check what the work needs, and say how to mend it'))
    .option('--server <url>', 'the server to check (PROGRAM_DISTRIBUTOR_URL)')
    .action(async (flags: ControlFlags & { server?: string }) =>
      (await import('./doctor-command.js')).doctorCommand(flags, context),
    );
  addCompletion(program, context, 'screen');
  return program;
}

/** A service that works whenever this user's machine is on. */
function addService(program: Command, context: CliContext): void {
  const service = program
    .command('service')
    .description('work as a service of this user: systemd or launchd');
  const commands = [
    ['install', 'write the service, and say what to do next', 'installCommand'],
    ['uninstall', 'remove it', 'uninstallCommand'],
    ['status', 'whether it is there and runs', 'serviceStatusCommand'],
  ] as const;
  for (const [name, text, act] of commands) {
    const command = ofDataDir(service.command(name).description(text));
    if (name !== 'status') command.option('--dry-run', 'only print what would be done');
    command.action(async (flags: ServiceFlags) => (await serving())[act](flags, context));
  }
}

/** What one can do to a donor that runs in another process. */
function addSteering(program: Command, context: CliContext): void {
  ofDataDir(program.command('status').description('how the running donor stands'))
    .option('--follow', 'and all that happens from now on')
    .action(async (flags: ControlFlags) => (await steering()).statusCommand(flags, context));
  const texts = {
    pause: 'pause the running donor until `resume`',
    resume: 'end a pause or a snooze',
    finish: 'end the running donor after the piece of work that it has in hand',
  };
  for (const what of ['pause', 'resume', 'finish'] as const) {
    ofDataDir(program.command(what).description(texts[what])).action(async (flags: ControlFlags) =>
      (await steering()).steerCommand(what, flags, context),
    );
  }
  ofDataDir(program.command('snooze').description('pause the running donor for a time, such as 2h'))
    .argument('<duration>', 'such as 30m, 2h or 1h30m')
    .action(async (duration: string, flags: ControlFlags) =>
      (await steering()).snoozeCommand(duration, flags, context),
    );
  ofDataDir(program.command('cap').description('cap the CPUs of the running donor for the moment'))
    .argument('<cpus>', 'such as 0.5; none for what the settings say')
    .action(async (cpus: string, flags: ControlFlags) => (await steering()).capCommand(cpus, flags, context));
}

function addConfig(program: Command, context: CliContext): void {
  const config = ofDataDir(
    program.command('config').description('show all settings and where they come from'),
  );
  config.action(async (flags: ControlFlags) => (await configuring()).configCommand(flags, context));
  config
    .command('list')
    .description('the same')
    .action(async (_: object, command: Command) =>
      (await configuring()).configCommand(command.optsWithGlobals(), context),
    );
  config
    .command('set')
    .addArgument(settingKey())
    .argument('<value>')
    .description('save a setting; a running donor takes it up at once')
    .action(async (key: string, value: string, _: object, command: Command) =>
      (await configuring()).changeConfigCommand({ key, value }, command.optsWithGlobals(), context),
    );
  config
    .command('unset')
    .addArgument(settingKey())
    .description('forget what was saved')
    .action(async (key: string, _: object, command: Command) =>
      (await configuring()).changeConfigCommand({ key }, command.optsWithGlobals(), context),
    );
}

/** The key of a setting. What is none is explained by the command, which says more than that. */
function settingKey(): Argument {
  const argument = new Argument('<key>');
  argument.argChoices = Object.values(SETTINGS).map(({ key }) => key);
  return argument;
}

/** Whom to work for, and whom not. */
function addTargets(program: Command, context: CliContext): void {
  ofDataDir(program.command('browse').description('the organizations of the server, or the programs of one'))
    .argument('[organization]', 'the id of an organization')
    .option('--server <url>', 'the server to ask (PROGRAM_DISTRIBUTOR_URL)')
    .action(async (id: string | undefined, flags: ControlFlags) =>
      (await import('./browse-command.js')).browseCommand(id, flags, context),
    );
  const commands = [
    [
      'prefer',
      'preferred',
      'whom to work for first, the most wanted first; with a name, adds it to the list',
    ],
    ['block', 'blocked', 'whom never to work for; with a name, adds it to the list'],
  ] as const;
  for (const [name, list, text] of commands) {
    const command = ofDataDir(program.command(name).description(text))
      .argument('[target]', TARGET_FORM)
      .option('--remove', 'take it out of the list');
    if (list === 'preferred')
      command.option('--place <n>', 'put it in this place of the list (else the last)');
    command.action(async (target: string | undefined, flags: TargetFlags) =>
      (await import('./target-commands.js')).targetCommand(list, target, flags, context),
    );
  }
}

/** The flags of the commands that have to find a running donor. */
function ofDataDir(command: Command): Command {
  return command
    .option('--data-dir <dir>', 'where the donor keeps its place')
    .option('--json', 'print JSON lines');
}

/** What is worked on, and within which limits. */
function workOptions(command: Command): Command {
  return addSettings(command)
    .option('--program <id>', 'work for this program only')
    .option('--organization <id>', 'work for this organization only')
    .option(`--mode <${MODES.join('|')}>`, 'what to do', 'auto')
    .option('--max-steps <n>', "steps after which a program is given up (else the program's own limit)")
    .option('--data-dir <dir>', 'where to keep the place in the work')
    .option('--forget-failures', 'try again what was given up earlier');
}

/** Every setting that has a flag. */
function addSettings(command: Command): Command {
  const settings: readonly Pick<SettingDefinition<never>, 'flag' | 'env' | 'explain'>[] =
    Object.values(SETTINGS);
  for (const { flag, env, explain } of settings) {
    if (flag !== undefined) command.option(flag, `${explain} (${env})`);
  }
  return command;
}
