import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type App, buildApp, type Parts } from '../app.js';
import type { Config } from '../config/config.js';
import type { DatabasePlace } from '../config/database-place.js';
import { randomSecrets } from '../config/stored-secrets.js';
import { createContext } from '../context/create-context.js';
import type { OperationContext } from '../context/operation-context.js';
import { SqlClock } from '../database/database-clock.js';
import { listen } from '../server/listen.js';
import { type Asker, askGraphql, type GraphqlAnswer, onlyOne } from './graphql-caller.js';
import { type TestDatabase, testDatabase } from './test-database.js';

/** What a test changes about its server. */
export interface TestSettings {
  readonly limits?: Partial<Config['limits']>;
  readonly server?: Partial<Config['server']>;
  readonly files?: Config['files'];
  readonly parts?: Parts;
}

/** A server that does nothing of itself: for tests that count its statements, or do its rounds themselves. */
export const WITHOUT_HOUSEKEEPING: Parts = { housekeeping: () => () => Promise.resolve() };

/** A whole server on a free port with a folder of its own. */
export class TestServer implements AsyncDisposable {
  private constructor(
    readonly app: App,
    readonly url: string,
    readonly folder: string,
    private readonly database: TestDatabase,
    /** Set `aheadMs` to let time pass. */
    readonly clock: SqlClock,
    /** What the server logged, a line each. */
    readonly logged: readonly string[],
  ) {}

  static async start(settings: TestSettings = {}): Promise<TestServer> {
    const folder = await mkdtemp(join(tmpdir(), 'cairn-api-'));
    const logged: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
    const clock = new SqlClock();
    const database = await testDatabase(folder);
    const config = testConfig(folder, database.place, settings);
    const app = await buildApp(config, log, { clock, ...settings.parts });
    return new TestServer(app, await listen(app, config.server), folder, database, clock, logged);
  }

  /** Asks by GraphQL over HTTP. */
  ask(query: string, variables?: Record<string, unknown>, asker?: Asker): Promise<GraphqlAnswer> {
    return askGraphql(this.url, query, variables, asker);
  }

  /** Asks for one thing that must go well; returns it alone. */
  async get<T>(query: string, variables?: Record<string, unknown>, asker?: Asker): Promise<T> {
    return onlyOne(await this.ask(query, variables, asker));
  }

  /** A context to call operations with, as a face makes it. */
  context(caller: Partial<OperationContext['caller']> = {}): OperationContext {
    const log = pino({ level: 'silent' });
    return createContext(this.app.server, { address: '127.0.0.1', ownerToken: undefined, ...caller }, log);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.stop();
    await this.database.release();
    await rm(this.folder, { recursive: true, force: true });
  }
}

function testConfig(
  folder: string,
  database: DatabasePlace,
  { limits, server, files }: TestSettings,
): Config {
  const secrets = randomSecrets();
  return {
    server: {
      bind: '127.0.0.1',
      port: 0,
      introspection: true,
      explorer: false,
      drainSeconds: 0,
      stopSeconds: 5,
      logLevel: 'info',
      trustedProxies: [],
      corsOrigins: [],
      requestsPerMinute: 0,
      spansEndpoint: '',
      redisUrl: '',
      webhooks: { allowPrivate: false },
      ...server,
    },
    dataDir: folder,
    database,
    files: files ?? { kind: 'disk' },
    token: {
      basicTokenSecrets: [secrets.basicToken],
      basicTokenMinutes: 60,
      refreshTokenSecrets: [secrets.refreshToken],
      refreshTokenDays: 30,
    },
    secrets,
    secretsFrom: { kind: 'environment' },
    limits: {
      archiveBytes: 1024 * 1024,
      inputBytes: 64 * 1024,
      inputArchiveBytes: 4 * 1024 * 1024,
      executionBytes: 64 * 1024 * 1024,
      proofBytes: 8 * 1024 * 1024,
      leasesPerAddress: 64,
      readBytesPerSecond: 4096,
      sendBytesPerSecond: 8192,
      sockets: 64,
      storageBytes: 0,
      executionQuotaBytes: 0,
      executionDays: 14,
      inputGroups: 0,
      proverJobs: 2,
      proverQueue: 50,
      compileSeconds: 60,
      compileMemoryBytes: 2 * 1024 ** 3,
      verifySeconds: 60,
      replaySeconds: 60,
      replayMemoryBytes: 4 * 1024 ** 3,
      ...limits,
    },
  };
}
