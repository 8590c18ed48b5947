import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { LoginGuard } from './account/login-guard.js';
import { Passwords } from './account/passwords.js';
import { KeyedMutex } from './concurrency/keyed-mutex.js';
import type { Config } from './config/config.js';
import { createContext } from './context/create-context.js';
import type { ServerContext } from './context/operation-context.js';
import { SqlClock } from './database/database-clock.js';
import { openDatabase } from './database/open-database.js';
import { LocalEvents } from './events/events.js';
import { DownloadLinks } from './files/download-link.js';
import { filesRoutes } from './files/files-routes.js';
import { openLocalFileStore } from './files/local-file-store.js';
import { buildApiSchema } from './graphql/api-schema.js';
import { createApolloServer } from './graphql/apollo-server.js';
import { graphqlRoutes } from './graphql/graphql-routes.js';
import { serveSubscriptions } from './graphql/subscriptions.js';
import { CairnProver } from './prover/cairn-prover.js';
import { sendNoRoute } from './rest/envelope.js';
import { restPlugin } from './rest/rest-plugin.js';
import { healthRoute } from './server/health-route.js';
import { startHousekeeping } from './server/housekeeping.js';
import { logRequest } from './server/log-request.js';

/** Uploads of gigabytes over slow lines need their time; headers have a minute. */
const REQUEST_MS = 6 * 60 * 60 * 1000;

/** A server that is built but may not listen yet. */
export interface App {
  readonly http: FastifyInstance;
  readonly server: ServerContext;
  /** Ends subscriptions, lets requests under way finish for a bounded time, closes the database. */
  stop(): Promise<void>;
}

/** What tests put in place of the real parts. */
export type Parts = Partial<Pick<ServerContext, 'prover' | 'clock' | 'loginGuard'>>;

/** Builds the server: opens the database and the file store, and registers every route. */
export async function buildApp(config: Config, log: Logger, parts: Parts = {}): Promise<App> {
  const server = await serverContext(config, parts);
  const loggerInstance: FastifyBaseLogger = log.child({}, { serializers: { req: logRequest } });
  const http = Fastify({
    loggerInstance,
    requestTimeout: REQUEST_MS,
    routerOptions: { maxParamLength: 4096 },
    genReqId: () => randomUUID(),
  });
  http.setNotFoundHandler(sendNoRoute);
  const schema = await buildApiSchema();
  const apollo = createApolloServer(schema, config, log);
  await apollo.start();
  await http.register(healthRoute, { server });
  await http.register(graphqlRoutes, { apollo, server });
  await http.register(restPlugin, {
    createContext: (caller, requestLog) => createContext(server, caller, requestLog),
  });
  await http.register(filesRoutes, { files: server.files, links: server.links });
  const endSubscriptions = serveSubscriptions({ httpServer: http.server, schema, server, log });
  const endHousekeeping = startHousekeeping(server, log);
  return {
    http,
    server,
    stop: async () => {
      await endHousekeeping();
      await endSubscriptions();
      await closeBounded(http, config.server.stopSeconds);
      await apollo.stop();
      await server.prover.close();
      await server.database.close(true);
    },
  };
}

async function serverContext(config: Config, parts: Parts): Promise<ServerContext> {
  return {
    config,
    database: await openDatabase(config.database),
    files: await openLocalFileStore(join(config.dataDir, 'files')),
    fileLocks: new KeyedMutex(),
    links: new DownloadLinks(config.secrets.files, () => new Date()),
    prover: new CairnProver(config.limits),
    clock: new SqlClock(),
    events: new LocalEvents(),
    loginGuard: new LoginGuard(),
    passwords: await Passwords.create(),
    ...parts,
  };
}

/** Waits for requests under way, but not for ever. */
async function closeBounded(http: FastifyInstance, seconds: number): Promise<void> {
  const cut = setTimeout(() => http.server.closeAllConnections(), seconds * 1000);
  // A connection whose answer ends just as the closing begins is idle a moment too late to be closed with the others.
  const idle = setInterval(() => http.server.closeIdleConnections(), 100);
  try {
    await http.close();
  } finally {
    clearTimeout(cut);
    clearInterval(idle);
  }
}
