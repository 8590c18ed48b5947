import { sanitizeForTerminal } from '@cairn/shared-schema';
import { type CliContext, ClientError, formatTable } from '@cairn/tui-kit';
import { ControlClient } from '../control/control-client.js';
import { changeSetting } from '../settings/change-setting.js';
import { CONFIG_FILE } from '../settings/config-file.js';
import { describeChange } from '../settings/describe-change.js';
import { type DonorSettingPlaces, loadDonorSettings } from '../settings/donor-settings.js';
import { savedSettingsFile } from '../settings/saved-settings.js';
import { type ShownSetting, showSettings } from '../settings/show-settings.js';
import type { ControlFlags } from './control-flags.js';
import { dataDirOf } from './parse-run-flags.js';

/** `cairn-donor config`: all settings, of the running donor where there is one. */
export async function configCommand(flags: ControlFlags, context: CliContext): Promise<void> {
  const dataDir = dataDirOf(flags, context.world.env);
  const running = await ofRunning(dataDir, 'config');
  const settings = running ?? (await ofNextStart(dataDir, context));
  const output = context.output(flags);
  output.record({ running: running !== undefined, file: savedSettingsFile(dataDir), settings });
  output.text(formatTable(COLUMNS, settings));
  output.text(
    `\n${running === undefined ? 'No donor is running: as the next one would begin.' : 'As the running donor has them.'}`,
  );
  output.text(
    'Change one: cairn-donor config set KEY VALUE; forget what was set: cairn-donor config unset KEY',
  );
}

/** `cairn-donor config set` and, without a value, `unset`. */
export async function changeConfigCommand(
  { key, value }: { readonly key: string; readonly value?: string },
  flags: ControlFlags,
  context: CliContext,
): Promise<void> {
  const dataDir = dataDirOf(flags, context.world.env);
  await changeSetting(placesOf(dataDir, context), key, value);
  const running = await ofRunning(dataDir, 'reload');
  const settings = running ?? (await ofNextStart(dataDir, context));
  const setting = settings.find((shown) => shown.key === key);
  const output = context.output(flags);
  output.record({ running: running !== undefined, setting });
  if (setting !== undefined) output.text(sanitizeForTerminal(describeChange(setting, running !== undefined)));
}

/** The settings of a running donor, if there is one. */
export async function ofRunning(
  dataDir: string,
  what: 'config' | 'reload',
): Promise<readonly ShownSetting[] | undefined> {
  try {
    using donor = await ControlClient.connect(dataDir);
    return await donor.ask(what);
  } catch (error) {
    if (error instanceof ClientError && error.code === 'NOT_RUNNING') return undefined;
    throw error;
  }
}

async function ofNextStart(dataDir: string, context: CliContext): Promise<readonly ShownSetting[]> {
  return showSettings(await loadDonorSettings(placesOf(dataDir, context)));
}

/** Where the next start looks for its settings. */
export function placesOf(
  dataDir: string,
  { world: { env } }: CliContext,
  flags: object = {},
): DonorSettingPlaces {
  return { flags, env, dataDir, configFile: CONFIG_FILE };
}

const COLUMNS = [
  { title: 'setting', value: ({ key }: ShownSetting) => key },
  { title: 'value', value: ({ value }: ShownSetting) => value, maxWidth: 34 },
  { title: 'from', value: from, maxWidth: 40 },
  { title: 'what it does', value: ({ explain }: ShownSetting) => explain, maxWidth: 110 },
];

function from({ origin, overridden }: ShownSetting): string {
  const others = overridden.map(({ source }) => source).join(', ');
  return others === '' ? origin.name : `${origin.name} (before ${others})`;
}
