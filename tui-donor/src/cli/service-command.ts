import { fileURLToPath } from 'node:url';
import { sanitizeForTerminal } from '@cairn/shared-schema';
import { type CliContext, ExitCode } from '@cairn/tui-kit';
import { installService, serviceFile, uninstallService } from '../service/install-service.js';
import { type ServiceDefinition, serviceDefinition } from '../service/service-definition.js';
import { CONFIG_FILE } from '../settings/config-file.js';
import { loadDonorSettings } from '../settings/donor-settings.js';
import { showSettings } from '../settings/show-settings.js';
import { askProgram } from '../system/ask-program.js';
import type { ControlFlags } from './control-flags.js';
import { dataDirOf } from './parse-run-flags.js';

export interface ServiceFlags extends ControlFlags {
  readonly dryRun?: boolean;
}

/** The program itself, in its compiled form. */
const BIN = fileURLToPath(new URL('../bin.js', import.meta.url));

/** `cairn-donor service install`: writes the file, and says what to do next. */
export async function installCommand(flags: ServiceFlags, context: CliContext): Promise<void> {
  const definition = definitionFor(flags, context);
  const output = context.output(flags);
  const { manager, path, text, start } = definition;
  const left = await settingsOfEnvironment(flags, context);
  if (flags.dryRun !== true) await installService(definition);
  output.record({ installed: flags.dryRun !== true, manager, path, text, next: start, notTakenAlong: left });
  if (flags.dryRun === true)
    output.text(sanitizeForTerminal(`# would be written to ${path}\n${text}`, { keepLines: true }));
  else output.text(sanitizeForTerminal(`written: ${path}`));
  output.text(`do this next:\n${start.map((line) => `  ${line}`).join('\n')}`);
  for (const name of left)
    output.text(`note: ${name} comes from your environment, which a service does not have: ${instead(name)}`);
}

/** `cairn-donor service uninstall`. */
export async function uninstallCommand(flags: ServiceFlags, context: CliContext): Promise<void> {
  const definition = definitionFor(flags, context);
  const { manager, path, stop } = definition;
  const output = context.output(flags);
  const was =
    flags.dryRun === true
      ? (await serviceFile(definition)) !== 'missing'
      : await uninstallService(definition);
  output.record({ removed: was && flags.dryRun !== true, manager, path, next: was ? stop : [] });
  if (!was) output.text('there is no service of cairn-donor');
  else output.text(sanitizeForTerminal(`${flags.dryRun === true ? 'would be removed' : 'removed'}: ${path}`));
  if (was) output.text(`do this too, should it still run:\n${stop.map((line) => `  ${line}`).join('\n')}`);
}

/** `cairn-donor service status`: exit code 1 where there is none. */
export async function serviceStatusCommand(flags: ServiceFlags, context: CliContext): Promise<void> {
  const definition = definitionFor(flags, context);
  const { manager, path, ask } = definition;
  const file = await serviceFile(definition);
  const [program = '', ...args] = ask;
  const said = (await askProgram(program, args))?.trim();
  const state = said === undefined ? 'unknown' : manager === 'systemd' ? said : 'loaded';
  const output = context.output(flags);
  output.record({ manager, path, file, state });
  output.text(sanitizeForTerminal(`${path}: ${FILE[file]}\n${manager} says: ${state}`, { keepLines: true }));
  if (file === 'missing') context.exitWith(ExitCode.notSo);
}

const FILE = {
  current: 'installed',
  outdated: 'installed by another version or with other flags; cairn-donor service install renews it',
  foreign: 'not written by cairn-donor',
  missing: 'not installed; cairn-donor service install does it',
} as const;

function definitionFor(flags: ServiceFlags, { world }: CliContext): ServiceDefinition {
  const dataDir = dataDirOf(flags, world.env);
  const line = [process.execPath, BIN, 'run', '--wait', '--data-dir', dataDir];
  return serviceDefinition({ line, dataDir }, process.platform, world.env);
}

/** The variable by which another prover is used; it is no setting. */
const PROVER = 'CAIRN_PROVER';

/** What the person may do, or has to expect. */
function instead(name: string): string {
  return name === PROVER
    ? 'it will use the prover that the set-up built'
    : `cairn-donor config set ${name} VALUE`;
}

/** What holds only because the environment of this shell says so: keys of settings, and the variable of the prover. */
async function settingsOfEnvironment(flags: ServiceFlags, { world: { env } }: CliContext): Promise<string[]> {
  const places = { flags: {}, env, dataDir: dataDirOf(flags, env), configFile: CONFIG_FILE };
  const shown = showSettings(await loadDonorSettings(places));
  const keys = shown.filter(({ origin }) => origin.source === 'environment').map(({ key }) => key);
  return env[PROVER] ? [...keys, PROVER] : keys;
}
