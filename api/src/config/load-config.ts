import { access, readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAX_FILE_BYTES } from '@cairn/shared-schema';
import type { Config } from './config.js';
import { ConfigError, settingsWrong } from './config-error.js';
import { type ConfigFile, configFile } from './config-file.js';
import { dataDir, makeDataDir } from './data-dir.js';
import type { MysqlPlace } from './database-place.js';
import { readDatabaseUrl } from './database-url.js';
import { type Environment, readEnvironment } from './environment.js';
import { readFilesStorage } from './files-storage.js';
import { readSecrets } from './read-secrets.js';

/** The configuration file, unless CAIRN_CONFIG_FILE names another: the same from `src/` and from `dist/`. It need not exist. */
const DEV_JSON = fileURLToPath(new URL('../../src/config/dev.json', import.meta.url));

const LIMITS = {
  archiveBytes: MAX_FILE_BYTES.archive,
  inputBytes: MAX_FILE_BYTES.input,
  inputArchiveBytes: MAX_FILE_BYTES.inputArchive,
  executionBytes: MAX_FILE_BYTES.execution,
  proofBytes: MAX_FILE_BYTES.proof,
  proverJobs: 2,
  proverQueue: 200,
  compileSeconds: 60,
  compileMemoryBytes: 2 * 1024 ** 3,
  verifySeconds: 60,
  replaySeconds: 600,
  replayMemoryBytes: 4 * 1024 ** 3,
};

/**
 * Everything that is set about the server, from the environment, the file and the defaults, in this order.
 * Makes the data folder and its secrets where they are missing.
 * @throws ConfigError that names each wrong setting.
 */
export async function loadConfig(env: NodeJS.ProcessEnv, file: string = DEV_JSON): Promise<Config> {
  const settings = readEnvironment(env);
  const fromFile = await (settings.CAIRN_CONFIG_FILE === ''
    ? readConfigFile(file)
    : readNamedConfigFile(settings.CAIRN_CONFIG_FILE));
  const files = readFilesStorage(fromFile.files_storage);
  const folder = dataDir(env);
  await makeDataDir(folder);
  const { secrets, secretsFrom } = await readSecrets(settings, folder);
  return {
    server: await serverSettings(settings, fromFile),
    dataDir: folder,
    database: (await databasePlace(settings, fromFile)) ?? {
      kind: 'sqlite',
      file: join(folder, 'cairn.sqlite'),
    },
    files,
    token: tokenSettings(fromFile, secrets),
    secrets,
    secretsFrom,
    limits: limitSettings(settings),
  };
}

async function serverSettings(settings: Environment, file: ConfigFile): Promise<Config['server']> {
  return {
    bind: settings.SERVER_BIND,
    port: settings.SERVER_EXTERNAL_PORT,
    introspection: settings.CAIRN_INTROSPECTION === 'on',
    explorer: settings.CAIRN_EXPLORER === 'on',
    drainSeconds: settings.CAIRN_DRAIN_SECONDS,
    stopSeconds: settings.CAIRN_STOP_SECONDS,
    logLevel: settings.LOG_LEVEL,
    trustedProxies: settings.CAIRN_TRUSTED_PROXIES ?? file.trusted_proxies,
    corsOrigins: settings.CAIRN_CORS_ORIGINS,
    requestsPerMinute: settings.CAIRN_REQUESTS_PER_MINUTE,
    spansEndpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
    redisUrl: settings.CAIRN_REDIS_URL,
    webhooks: await webhookRules(settings),
    ...metricsPlace(settings),
  };
}

function tokenSettings({ token }: ConfigFile, secrets: Config['secrets']): Config['token'] {
  return {
    basicTokenSecrets: [token.basic_token_secret || secrets.basicToken, ...token.earlier_basic_token_secrets],
    basicTokenMinutes: token.basic_token_minutes_duration,
    refreshTokenSecrets: [
      token.refresh_token_secret || secrets.refreshToken,
      ...token.earlier_refresh_token_secrets,
    ],
    refreshTokenDays: token.refresh_token_days_duration,
  };
}

function limitSettings(settings: Environment): Config['limits'] {
  return {
    ...LIMITS,
    leasesPerAddress: settings.CAIRN_MAX_LEASES,
    readBytesPerSecond: settings.CAIRN_LEAST_DOWNLOAD_SPEED,
    sendBytesPerSecond: settings.CAIRN_LEAST_UPLOAD_SPEED,
    sockets: settings.CAIRN_MAX_SOCKETS,
    storageBytes: settings.CAIRN_STORAGE_QUOTA,
    executionQuotaBytes: settings.CAIRN_EXECUTION_QUOTA,
    executionDays: settings.CAIRN_EXECUTION_DAYS,
    inputGroups: settings.CAIRN_GROUP_QUOTA,
  };
}

/** The database that a URL names; the environment's comes before the file's. */
async function databasePlace(settings: Environment, file: ConfigFile): Promise<MysqlPlace | undefined> {
  const { DOCKERIZED_DATABASE_URL: url, CAIRN_DATABASE_TLS: tls, CAIRN_DATABASE_CA: ca } = settings;
  if (tls === 'off' && ca !== '') {
    throw new ConfigError('CAIRN_DATABASE_CA is set, expected CAIRN_DATABASE_TLS=on beside it.');
  }
  const place = url === '' ? readFileUrl(file.database_url) : readDatabaseUrl(url, 'DOCKERIZED_DATABASE_URL');
  if (place === undefined || tls === 'off') return place;
  if (isIP(place.host) !== 0) {
    throw new ConfigError(
      `CAIRN_DATABASE_TLS is on and the database URL names the address ${place.host}, expected a host name: the server's certificate must have it.`,
    );
  }
  return { ...place, tls: ca === '' ? {} : { ca: await readPem('CAIRN_DATABASE_CA', ca) } };
}

function readFileUrl(url: string): MysqlPlace | undefined {
  return url === '' ? undefined : readDatabaseUrl(url, 'database_url');
}

async function webhookRules({ CAIRN_WEBHOOK_PRIVATE, CAIRN_WEBHOOK_CA }: Environment) {
  const allowPrivate = CAIRN_WEBHOOK_PRIVATE === 'on';
  if (CAIRN_WEBHOOK_CA === '') return { allowPrivate };
  return { allowPrivate, ca: await readPem('CAIRN_WEBHOOK_CA', CAIRN_WEBHOOK_CA) };
}

async function readPem(field: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`${field}: expected the path of a PEM file (${why}).`, { cause });
  }
}

/** Metrics are served where an operator says so. */
function metricsPlace({ CAIRN_METRICS_PORT: port, CAIRN_METRICS_BIND: bind }: Environment) {
  return port === undefined ? {} : { metrics: { bind, port } };
}

/** A file that somebody names has to be there. */
async function readNamedConfigFile(path: string): Promise<ConfigFile> {
  await access(path).catch((cause: Error) => {
    throw new ConfigError(
      `CAIRN_CONFIG_FILE: expected the path of a file like src/config/qa.json (${cause.message}).`,
      { cause },
    );
  });
  return readConfigFile(path);
}

async function readConfigFile(path: string): Promise<ConfigFile> {
  const found = await readJson(path);
  const parsed = configFile.safeParse(found);
  if (!parsed.success) throw settingsWrong(path, parsed.error, found);
  return parsed.data;
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`${path} is not JSON: ${why}. Compare it with qa.json beside it.`, { cause });
  }
}
