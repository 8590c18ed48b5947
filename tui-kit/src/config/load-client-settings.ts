import { serverAddress } from '../graphql/server-address.js';
import { checkPageSizes } from './check-page-sizes.js';
import { type ConfigFile, readConfigFile } from './read-config-file.js';
import { defaultCpus, readCpus } from './read-cpus.js';
import { readPageSize } from './read-page-size.js';
import { type Candidate, resolveSetting } from './resolve-setting.js';
import type { Setting } from './setting-source.js';

/** What both clients are configured by. */
export interface ClientSettings {
  readonly serverUrl: Setting<string>;
  readonly defaultPageSize: Setting<number>;
  readonly maxPageSize: Setting<number>;
  readonly executorCpus: Setting<number>;
}

/** Where settings are looked for. */
export interface SettingPlaces {
  /** Flags as the person gave them; undefined where not given. */
  readonly flags?: { readonly server?: string | undefined; readonly cpus?: string | undefined };
  readonly env?: NodeJS.ProcessEnv;
  /** What the person saved in the client, in the words of the configuration file. */
  readonly saved?: ConfigFile & { readonly executor_cpus?: unknown };
  /** Path of `dev.json`. */
  readonly configFile?: string;
  /** For tests: how many CPUs the machine has. */
  readonly machineCpus?: number;
}

/**
 * Finds the settings: flag before environment before saved settings before file before default.
 * @throws UsageError for a value that cannot be used
 */
export async function loadClientSettings(places: SettingPlaces): Promise<ClientSettings> {
  const file = places.configFile === undefined ? {} : await readConfigFile(places.configFile);
  const env = places.env ?? {};
  const saved = places.saved ?? {};
  const fileName = (field: string): string => `${field} in ${places.configFile}`;
  const layers = (field: keyof ConfigFile): Candidate[] => [
    { source: 'saved', name: `${field} in the saved settings`, value: saved[field] },
    { source: 'file', name: fileName(field), value: file[field] },
  ];
  const settings = {
    serverUrl: pick(
      serverCandidates(places, env, layers('program_distributor_url')),
      readServer,
      'http://127.0.0.1:8080',
    ),
    defaultPageSize: pick(layers('default_page_size'), readPageSize, 20),
    maxPageSize: pick(layers('max_page_size'), readPageSize, 50),
    executorCpus: pick(
      cpuCandidates(places, env, saved.executor_cpus),
      (found) => readCpus(found, places.machineCpus),
      defaultCpus(places.machineCpus),
    ),
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

function serverCandidates(places: SettingPlaces, env: NodeJS.ProcessEnv, layers: Candidate[]): Candidate[] {
  return [
    { source: 'flag', name: '--server', value: places.flags?.server },
    { source: 'environment', name: 'PROGRAM_DISTRIBUTOR_URL', value: env.PROGRAM_DISTRIBUTOR_URL },
    ...layers,
  ];
}

function cpuCandidates(places: SettingPlaces, env: NodeJS.ProcessEnv, saved: unknown): Candidate[] {
  return [
    { source: 'flag', name: '--cpus', value: places.flags?.cpus },
    { source: 'environment', name: 'EXECUTOR_CPUS', value: env.EXECUTOR_CPUS },
    { source: 'saved', name: 'executor_cpus in the saved settings', value: saved },
  ];
}
