import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import type { Metrics } from '../metrics/metrics.js';
import { sendEnvelopeError, sendNoRoute } from '../rest/envelope.js';
import type { Spans } from '../spans/spans.js';
import { allowOrigins } from './allow-origins.js';
import { boundDownloads } from './bound-downloads.js';
import { HeldAnswers } from './held-answers.js';
import { limitRequests } from './limit-requests.js';
import { logRequests } from './log-requests.js';
import { refuseDeliveries } from './refuse-deliveries.js';
import type { RequestRates } from './request-rates.js';
import { secureHeaders } from './secure-headers.js';
import { sendInParts } from './send-in-parts.js';
import { watchPaces } from './watch-paces.js';

/** Uploads of gigabytes over slow lines need their time; headers have a minute. */
const REQUEST_MS = 6 * 60 * 60 * 1000;

/** So many seconds a line may stand still. */
const READING_PATIENCE = 120;
const SENDING_PATIENCE = 60;

/** An HTTP server without routes: what holds for every request, whatever its path. */
export async function buildHttp(
  config: Config,
  log: Logger,
  { rates, metrics, spans }: { rates: RequestRates; metrics: Metrics; spans: Spans },
): Promise<FastifyInstance> {
  const { trustedProxies, corsOrigins } = config.server;
  const loggerInstance: FastifyBaseLogger = log;
  const http: FastifyInstance = Fastify({
    loggerInstance,
    // One line of our own for each request, instead of two.
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: REQUEST_MS,
    routerOptions: { maxParamLength: 4096 },
    genReqId: () => randomUUID(),
    frameworkErrors: sendEnvelopeError,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    // A request that has come in is answered, also while the server stops.
    return503OnClosing: false,
  });
  http.setErrorHandler(sendEnvelopeError);
  http.setNotFoundHandler(sendNoRoute);
  spans.requests(http);
  logRequests(http, metrics);
  secureHeaders(http);
  refuseDeliveries(http);
  limitRequests(http, rates);
  boundDownloads(http, config.limits.leasesPerAddress);
  sendInParts(http, new HeldAnswers());
  watchPaces(http, {
    reading: { bytesPerSecond: config.limits.readBytesPerSecond, seconds: READING_PATIENCE },
    sending: { bytesPerSecond: config.limits.sendBytesPerSecond, seconds: SENDING_PATIENCE },
  });
  await allowOrigins(http, corsOrigins);
  return http;
}
