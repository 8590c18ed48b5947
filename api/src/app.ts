import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { LoginGuard } from './account/login-guard.js';
import { Passwords } from './account/passwords.js';
import { KeyedLock } from './concurrency/keyed-lock.js';
import { UnderWay } from './concurrency/under-way.js';
import type { Config } from './config/config.js';
import { createContext } from './context/create-context.js';
import type { ServerContext } from './context/operation-context.js';
import { ServerKeys } from './credit/server-keys.js';
import { SqlClock } from './database/database-clock.js';
import { warnOfLazyCommits } from './database/mysql-durability.js';
import { followerSeats } from './events/follower-seats.js';
import { LocalEvents } from './events/local-events.js';
import { RedisEvents } from './events/redis-events.js';
import { DownloadLinks } from './files/download-link.js';
import { filesRoutes } from './files/files-routes.js';
import { buildApiSchema } from './graphql/api-schema.js';
import { createApolloServer } from './graphql/apollo-server.js';
import { explorerRoutes } from './graphql/explorer/explorer-routes.js';
import { graphqlRoutes } from './graphql/graphql-routes.js';
import { serveSubscriptions } from './graphql/subscriptions/serve-subscriptions.js';
import { boundedClose } from './http/bounded-close.js';
import { buildHttp } from './http/build-http.js';
import { RequestRates } from './http/request-rates.js';
import { GroupCensus } from './input-group/group-census.js';
import { InputArchives } from './input-group/input-archives.js';
import { Metrics } from './metrics/metrics.js';
import { serveMetrics } from './metrics/serve-metrics.js';
import { watchStored } from './metrics/watch-stored.js';
import { openStores } from './ownership/open-stores.js';
import { AcceptQueue } from './proof/accept/accept-queue.js';
import { CairnProver } from './prover/cairn-prover.js';
import { AccountRates } from './rate-limit/account-rates.js';
import { MemoryRateStore } from './rate-limit/memory-rate-store.js';
import { RedisRateStore } from './rate-limit/redis-rate-store.js';
import { ClaimQueue } from './reservation/claim/claim-queue.js';
import { ClaimRates } from './reservation/claim-rates.js';
import { docsRoutes } from './rest/docs-page/docs-routes.js';
import { restPlugin } from './rest/rest-plugin.js';
import { healthRoute } from './server/health-route.js';
import { startHousekeeping } from './server/housekeeping.js';
import { Readiness } from './server/readiness.js';
import { openSpans } from './spans/spans.js';
import { PieceRemovals } from './upload/piece-removals.js';
import { UploadLinks } from './upload/upload-link.js';
import { uploadRoutes } from './upload/upload-routes.js';
import { handInSeats } from './upload/upload-seats.js';

/** So long a request that was cut off may take to put away what it has. */
const CUT_OFF_SECONDS = 5;

/** A server that is built but may not listen yet. */
export interface App {
  readonly http: FastifyInstance;
  readonly server: ServerContext;
  /** Where metrics are read, if they are. */
  readonly metricsUrl: string | undefined;
  /**
   * Says on /readyz that it stops, works on for a while, ends subscriptions, lets requests under way finish for a bounded time,
   * closes the database.
   */
  stop(): Promise<void>;
}

/** What tests put in place of the real parts. */
export type Parts = Partial<Pick<ServerContext, 'prover' | 'clock' | 'rates'>> & {
  readonly housekeeping?: typeof startHousekeeping;
};

/** Builds the server: opens the database and the file store, and registers every route. */
export async function buildApp(config: Config, log: Logger, parts: Parts = {}): Promise<App> {
  const { housekeeping = startHousekeeping, ...replaced } = parts;
  const server = await serverContext(config, log, replaced);
  await warnOfLazyCommits(server.database, log);
  watchStored(server);
  const { requestRates: rates } = server;
  const http = await buildHttp(config, log, { rates, metrics: server.metrics, spans: server.spans });
  const close = boundedClose(http);
  const schema = await buildApiSchema();
  const apollo = createApolloServer(schema, config, log);
  await apollo.start();
  const stopping = new AbortController();
  await http.register(healthRoute, { readiness: new Readiness(server, log), stopping: stopping.signal });
  await http.register(graphqlRoutes, { apollo, server });
  await registerRest(http, server);
  const endSubscriptions = serveSubscriptions(http.server, { schema, server, rates, log });
  const endHousekeeping = housekeeping(server, log);
  const metrics =
    config.server.metrics && (await serveMetrics(server.metrics.registry, config.server.metrics));
  return {
    http,
    server,
    metricsUrl: metrics?.url,
    stop: async () => {
      stopping.abort();
      // What sends requests here has so long to hear of it, and they are still answered.
      await delay(config.server.drainSeconds * 1000);
      await endHousekeeping();
      await endSubscriptions();
      await close(config.server.stopSeconds);
      await server.appends.ended(CUT_OFF_SECONDS);
      await server.pieceRemovals.end(CUT_OFF_SECONDS);
      await metrics?.close();
      await apollo.stop();
      await closeParts(server);
    },
  };
}

/** Every route but those of health and of GraphQL. */
async function registerRest(http: App['http'], server: ServerContext): Promise<void> {
  const { explorer, corsOrigins } = server.config.server;
  if (explorer) await http.register(explorerRoutes);
  await http.register(restPlugin, {
    createContext: (caller, requestLog) => createContext(server, caller, requestLog),
    origins: corsOrigins,
  });
  await http.register(docsRoutes);
  await http.register(filesRoutes, { files: server.files, links: server.links });
  await http.register(uploadRoutes, { server });
}

/** The database last: the others may still write to it. */
async function closeParts({ prover, spans, rates, events, files, database }: ServerContext): Promise<void> {
  await prover.close();
  await spans.close();
  await rates.close();
  await events.close();
  files.close();
  await database.close(true);
}

async function serverContext(config: Config, log: Logger, parts: Parts): Promise<ServerContext> {
  // What may refuse to open comes first: nothing is left open behind a start that failed.
  const { database, files } = await openStores(config);
  const { redisUrl, requestsPerMinute } = config.server;
  const rates = parts.rates ?? (redisUrl === '' ? new MemoryRateStore() : RedisRateStore.open(redisUrl, log));
  const spans = await openSpans(config.server.spansEndpoint, log);
  const metrics = new Metrics(spans);
  const prover = parts.prover ?? measuredProver(config, metrics);
  metrics.watchQueues(() => prover.load());
  const requestRates = new RequestRates(rates, requestsPerMinute);
  const context = {
    config,
    database,
    files,
    fileLocks: new KeyedLock(),
    links: new DownloadLinks(config.secrets.files, () => new Date()),
    uploadLinks: new UploadLinks(config.secrets.files, () => new Date()),
    handIns: handInSeats(),
    appends: new UnderWay(),
    pieceRemovals: new PieceRemovals(files, log),
    serverKeys: new ServerKeys(config.secrets),
    prover,
    metrics,
    spans,
    clock: new SqlClock(),
    events: redisUrl === '' ? new LocalEvents() : new RedisEvents(redisUrl, log),
    followers: followerSeats(config.limits),
    rates,
    requestRates,
    claimRates: new ClaimRates(requestRates),
    accountRates: new AccountRates(rates, requestsPerMinute),
    loginGuard: new LoginGuard(rates),
    passwords: await Passwords.create(),
    census: new GroupCensus(database),
    inputArchives: new InputArchives(),
    ...parts,
  };
  return { ...context, claims: new ClaimQueue(context), accepts: new AcceptQueue(context) };
}

function measuredProver({ limits }: Config, metrics: Metrics): CairnProver {
  return new CairnProver(limits, (outcome, seconds) => metrics.verification(outcome, seconds));
}
