import { serverAddress } from '../graphql/server-address.js';
import { checkPageSizes } from './check-page-sizes.js';
import { type ConfigFile, readConfigFile } from './read-config-file.js';
import { readPageSize } from './read-page-size.js';
import { type Candidate, resolveSetting } from './resolve-setting.js';
import type { Setting } from './setting-source.js';

/** What every client is configured by. */
export interface ClientSettings {
  readonly serverUrl: Setting<string>;
  readonly defaultPageSize: Setting<number>;
  readonly maxPageSize: Setting<number>;
}

/** Where settings are looked for. */
export interface SettingPlaces {
  /** Flags as the person gave them; undefined where not given. */
  readonly flags?: { readonly server?: string | undefined };
  readonly env?: NodeJS.ProcessEnv;
  /** Path of `dev.json`. */
  readonly configFile?: string;
}

/**
 * Finds the settings of a client that saves none: flag before environment before file before default.
 * @throws UsageError for a value that cannot be used
 */
export async function loadClientSettings(places: SettingPlaces): Promise<ClientSettings> {
  const file = places.configFile === undefined ? {} : await readConfigFile(places.configFile);
  const inFile = (field: keyof ConfigFile): Candidate => ({
    source: 'file',
    name: `${field} in ${places.configFile}`,
    value: file[field],
  });
  const settings = {
    serverUrl: pick(
      [...serverCandidates(places), inFile('program_distributor_url')],
      readServer,
      'http://127.0.0.1:8080',
    ),
    defaultPageSize: pick([inFile('default_page_size')], readPageSize, 20),
    maxPageSize: pick([inFile('max_page_size')], readPageSize, 50),
  };
  checkPageSizes(settings);
  return settings;
}

function pick<T>(candidates: readonly Candidate[], read: (found: unknown) => T, fallback: T): Setting<T> {
  const origin = { source: 'default', name: 'the default' } as const;
  return resolveSetting(candidates, read) ?? { value: fallback, origin, overridden: [] };
}

function readServer(found: unknown): string {
  return serverAddress(String(found)).url;
}

function serverCandidates({ flags = {}, env = {} }: SettingPlaces): Candidate[] {
  return [
    { source: 'flag', name: '--server', value: flags.server },
    { source: 'environment', name: 'PROGRAM_DISTRIBUTOR_URL', value: env.PROGRAM_DISTRIBUTOR_URL },
  ];
}
