import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from '../test/temp-folder.js';
import { ConfigError } from './config-error.js';
import { loadConfig } from './load-config.js';
import { formatSecrets, randomSecrets } from './stored-secrets.js';

let folder: Awaited<ReturnType<typeof tempFolder>>;

beforeEach(async () => {
  folder = await tempFolder();
});

afterEach(() => folder[Symbol.asyncDispose]());

function load(env: NodeJS.ProcessEnv = {}, file = join(folder.path, 'dev.json')) {
  return loadConfig({ CAIRN_DATA_DIR: join(folder.path, 'data'), ...env }, file);
}

async function loadFile(content: unknown, env?: NodeJS.ProcessEnv) {
  const file = join(folder.path, 'dev.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return load(env, file);
}

it('needs nothing: loopback, port 8080, a folder with secrets of its own', async () => {
  const config = await load();
  expect(config).toMatchObject({
    server: {
      bind: '127.0.0.1',
      port: 8080,
      introspection: true,
      trustedProxies: [],
      corsOrigins: [],
      requestsPerMinute: 3000,
      redisUrl: '',
    },
    token: { basicTokenMinutes: 60, refreshTokenDays: 30 },
    limits: { leasesPerAddress: 64, readBytesPerSecond: 4096, sendBytesPerSecond: 8192 },
    database: { kind: 'sqlite', file: join(folder.path, 'data', 'cairn.sqlite') },
  });
  const { mode } = await stat(join(folder.path, 'data', 'secrets.json'));
  expect(mode & 0o777).toBe(0o600);
  expect((await stat(join(folder.path, 'data'))).mode & 0o777).toBe(0o700);
  const secrets = [
    ...config.token.basicTokenSecrets,
    ...config.token.refreshTokenSecrets,
    config.secrets.reservation,
    config.secrets.files,
  ];
  expect(new Set(secrets).size).toBe(4);
  for (const secret of secrets) expect(secret.length).toBeGreaterThanOrEqual(43);
});

it('speaks to the database by TLS when it is told to, with an authority of its own when one is named', async () => {
  const DOCKERIZED_DATABASE_URL = 'mysql://u:p@db/cairn';
  const tls = async (env: NodeJS.ProcessEnv) => (await load({ DOCKERIZED_DATABASE_URL, ...env })).database;
  expect(await tls({})).not.toHaveProperty('tls');
  expect(await tls({ CAIRN_DATABASE_TLS: 'on' })).toMatchObject({ host: 'db', tls: {} });
  const file = join(folder.path, 'ca.pem');
  await writeFile(file, 'PEM');
  expect(await tls({ CAIRN_DATABASE_TLS: 'on', CAIRN_DATABASE_CA: file })).toMatchObject({
    tls: { ca: 'PEM' },
  });
  const address = { CAIRN_DATABASE_TLS: 'on', DOCKERIZED_DATABASE_URL: 'mysql://u:p@[::1]/cairn' };
  await expect(tls(address)).rejects.toThrow('expected a host name');
  await expect(tls({ CAIRN_DATABASE_CA: file })).rejects.toThrow('expected CAIRN_DATABASE_TLS=on');
  await expect(tls({ CAIRN_DATABASE_TLS: 'on', CAIRN_DATABASE_CA: '/nowhere' })).rejects.toThrow(
    'CAIRN_DATABASE_CA',
  );
});

it('keeps its secrets, also when two servers start at once', async () => {
  const configs = await Promise.all([load(), load(), load()]);
  expect(new Set(configs.map(({ secrets }) => secrets.files)).size).toBe(1);
  expect((await load()).token).toEqual(configs[0]?.token);
});

it('finds its folder by the usual rules', async () => {
  const data = join(folder.path, 'share');
  const config = await loadConfig({ XDG_DATA_HOME: data }, join(folder.path, 'none.json'));
  expect(config.dataDir).toBe(join(data, 'cairn', 'api'));
});

it('reads the skeleton that is shipped as it stands', async () => {
  const skeleton = await readFile(join(import.meta.dirname, 'qa.json'), 'utf8');
  expect(await loadFile(skeleton)).toMatchObject({ token: { basicTokenMinutes: 60 } });
});

it('takes the file before the defaults and the environment before both', async () => {
  const token = {
    basic_token_secret: 'b'.repeat(32),
    basic_token_minutes_duration: 5,
    refresh_token_secret: 'r'.repeat(32),
    earlier_refresh_token_secrets: ['o'.repeat(32)],
    refresh_token_days_duration: 7,
  };
  const env = {
    SERVER_EXTERNAL_PORT: '0',
    SERVER_BIND: '::1',
    CAIRN_MAX_LEASES: '3',
    CAIRN_INTROSPECTION: 'off',
    CAIRN_TRUSTED_PROXIES: '10.0.0.0/8, loopback',
    CAIRN_CORS_ORIGINS: 'https://app.example.org',
    CAIRN_REQUESTS_PER_MINUTE: '0',
    CAIRN_REDIS_URL: 'redis://cache:6379',
    CAIRN_METRICS_PORT: '9090',
  };
  expect(await loadFile({ token, trusted_proxies: ['192.0.2.1'] }, env)).toMatchObject({
    server: {
      bind: '::1',
      port: 0,
      introspection: false,
      trustedProxies: ['10.0.0.0/8', 'loopback'],
      corsOrigins: ['https://app.example.org'],
      requestsPerMinute: 0,
      redisUrl: 'redis://cache:6379',
      metrics: { bind: '127.0.0.1', port: 9090 },
    },
    token: {
      basicTokenSecrets: ['b'.repeat(32)],
      basicTokenMinutes: 5,
      refreshTokenSecrets: ['r'.repeat(32), 'o'.repeat(32)],
      refreshTokenDays: 7,
    },
    limits: { leasesPerAddress: 3 },
  });
});

it.each([
  ['SERVER_EXTERNAL_PORT', 'eighty', 'SERVER_EXTERNAL_PORT: found "eighty", expected a port'],
  ['SERVER_EXTERNAL_PORT', '65536', 'found "65536", expected a port'],
  ['SERVER_EXTERNAL_PORT', '80.5', 'found "80.5"'],
  [
    'CAIRN_TRUSTED_PROXIES',
    'proxy.local',
    'CAIRN_TRUSTED_PROXIES: found "proxy.local", expected IP addresses',
  ],
  ['CAIRN_CORS_ORIGINS', 'https://a.org/path', 'expected origins such as https://app.example.org'],
  ['CAIRN_CORS_ORIGINS', '*', 'expected origins'],
  ['CAIRN_REQUESTS_PER_MINUTE', '-1', 'expected requests a minute'],
  ['CAIRN_LEAST_UPLOAD_SPEED', 'slow', 'expected bytes a second, or 0 for no limit'],
  ['CAIRN_REDIS_URL', 'http://cache', 'expected a URL that begins with redis://'],
  ['CAIRN_INTROSPECTION', 'maybe', 'found "maybe", expected on or off'],
  ['DOCKERIZED_DATABASE_URL', 'postgres://root@db/x', 'DOCKERIZED_DATABASE_URL: found a URL that starts'],
])('names the variable %s = %s', async (name, value, message) => {
  const failure = await load({ [name]: value }).catch((error) => error);
  expect(failure).toBeInstanceOf(ConfigError);
  expect(failure.message).toContain(message);
});

it("takes the database that a URL names, the environment's before the file's", async () => {
  const database_url = 'mysql://file@127.0.0.1/one';
  expect((await loadFile({ database_url })).database).toMatchObject({ kind: 'mysql', name: 'one' });
  const both = await loadFile({ database_url }, { DOCKERIZED_DATABASE_URL: 'mysql://root:p@db:3306/two' });
  expect(both.database).toMatchObject({ host: 'db', password: 'p', name: 'two' });
});

it.each([
  [
    { token: { basic_token_minutes_duration: 0 } },
    'token.basic_token_minutes_duration: found 0, expected whole minutes',
  ],
  [{ token: { basic_token_minutes_duration: '60' } }, 'found "60", expected whole minutes'],
  [
    { token: { basic_token_secret: 'short' } },
    'token.basic_token_secret: found 5 characters (not shown), expected',
  ],
  [{ trusted_proxies: ['10.0.0.0/99'] }, 'trusted_proxies: found ["10.0.0.0/99"], expected IP addresses'],
  [{ surprise: 1 }, 'Unrecognized key: "surprise"'],
  [
    { files_storage: { connection_string: 'eu-central-1:files:key' } },
    'files_storage.connection_string: found 3 parts',
  ],
  ['{', 'is not JSON'],
  ['[]', 'expected object'],
])('says what is wrong with the file %j', async (content, message) => {
  const failure = await loadFile(content).catch((error) => error);
  expect(failure).toBeInstanceOf(ConfigError);
  expect(failure.message).toContain(message);
});

it('says what to do when the data folder cannot be made', async () => {
  await writeFile(join(folder.path, 'data'), 'a file');
  await expect(load()).rejects.toThrow(/The data folder .* cannot be made .*Set CAIRN_DATA_DIR/su);
});

it('refuses a secrets file that was tampered with, and shows none of it', async () => {
  await load();
  const path = join(folder.path, 'data', 'secrets.json');
  await writeFile(path, JSON.stringify({ basicToken: 'tooshort', refreshToken: 'x' }));
  const failure = await load().catch((error) => error);
  expect(failure).toBeInstanceOf(ConfigError);
  expect(failure.message).toContain('basicToken: found 8 characters (not shown)');
  expect(failure.message).not.toContain('tooshort');
});

describe('secrets that are set from outside', () => {
  const given = () => formatSecrets(randomSecrets());
  const mounted = async (text: string) => {
    const path = join(folder.path, 'mounted.json');
    await writeFile(path, text);
    return path;
  };
  const failureOf = (env: NodeJS.ProcessEnv) => load(env).catch((error: unknown) => error);

  it('come from a file or from the environment, and none are made then', async () => {
    const text = given();
    const path = await mounted(text);
    const [ofFile, ofText] = [await load({ CAIRN_SECRETS_FILE: path }), await load({ CAIRN_SECRETS: text })];
    expect(ofFile).toMatchObject({ secrets: JSON.parse(text), secretsFrom: { kind: 'file', path } });
    expect(ofText).toMatchObject({ secrets: JSON.parse(text), secretsFrom: { kind: 'environment' } });
    for (const { token, secrets } of [ofFile, ofText])
      expect([token.basicTokenSecrets, token.refreshTokenSecrets]).toEqual([
        [secrets.basicToken],
        [secrets.refreshToken],
      ]);
    expect(await readdir(join(folder.path, 'data'))).toEqual([]);
    expect((await load()).secretsFrom).toMatchObject({ kind: 'data folder' });
  });

  it.each([
    ['no file', () => ({ CAIRN_SECRETS_FILE: '/nowhere/secrets.json' }), /make-secrets.*ENOENT/u],
    ['both', () => ({ CAIRN_SECRETS_FILE: '/nowhere', CAIRN_SECRETS: given() }), /both set: expected one/u],
    [
      'no JSON',
      () => ({ CAIRN_SECRETS: 'open sesame' }),
      /CAIRN_SECRETS: found 11 characters that are no JSON/u,
    ],
    [
      'one that is missing',
      () => ({ CAIRN_SECRETS: given().replace('"files"', '"file"') }),
      /files: found nothing/u,
    ],
    [
      'one that is too short',
      () => ({ CAIRN_SECRETS: given().replace(/"files": "[^"]*"/u, '"files": "open sesame"') }),
      /files: found 11 characters \(not shown\), expected at least 32/u,
    ],
    [
      'one for everything',
      () => ({ CAIRN_SECRETS: given().replace(/: "[^"]*"/gu, `: "${'open sesame'.repeat(3)}"`) }),
      /expected secrets that differ/u,
    ],
  ])('are refused for %s, and not shown', async (_what, env, message) => {
    const failure = await failureOf(env());
    expect(failure).toBeInstanceOf(ConfigError);
    expect((failure as ConfigError).message).toMatch(message);
    expect((failure as ConfigError).message).not.toContain('open sesame');
    expect(await readdir(join(folder.path, 'data'))).toEqual([]);
  });

  it('are refused in a mounted file that is damaged, which stays as it is', async () => {
    const path = await mounted('open sesame');
    expect(await failureOf({ CAIRN_SECRETS_FILE: path })).toMatchObject({
      name: 'ConfigError',
      message: expect.stringContaining(`CAIRN_SECRETS_FILE (${path}): found 11 characters`),
    });
    expect(await readFile(path, 'utf8')).toBe('open sesame');
  });
});

it('reads the configuration file that the environment names, which has to be there', async () => {
  const path = join(folder.path, 'other.json');
  await writeFile(path, JSON.stringify({ token: { basic_token_minutes_duration: 7 } }));
  const config = await loadFile({ token: { basic_token_minutes_duration: 5 } }, { CAIRN_CONFIG_FILE: path });
  expect(config.token.basicTokenMinutes).toBe(7);
  await expect(load({ CAIRN_CONFIG_FILE: join(folder.path, 'none.json') })).rejects.toThrow(
    /CAIRN_CONFIG_FILE: expected the path of a file like .*ENOENT/u,
  );
});
