import type { CliContext } from '@cairn/tui-kit';
import { Credit } from '../credit/credit.js';
import { CONFIG_FILE } from '../settings/config-file.js';
import { type DonorSettingPlaces, loadDonorSettings } from '../settings/donor-settings.js';
import { dataDirOf } from './parse-run-flags.js';

/** The flags of the commands about credit. */
export interface CreditFlags {
  readonly dataDir?: string;
  readonly json?: boolean;
  readonly server?: string;
}

/** Where the commands find their settings. */
export function placesOf(flags: CreditFlags, { world: { env } }: CliContext): DonorSettingPlaces {
  return { flags, env, dataDir: dataDirOf(flags, env), configFile: CONFIG_FILE };
}

/** The donor's credit at the server that the settings name. */
export async function creditOf(flags: CreditFlags, context: CliContext): Promise<Credit> {
  const places = placesOf(flags, context);
  const settings = await loadDonorSettings(places);
  const nickname = (): string | null => settings.nickname.value;
  return new Credit({ dataDir: places.dataDir, serverUrl: settings.server.value, nickname });
}
