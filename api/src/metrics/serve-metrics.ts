import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, type Registry } from 'prom-client';
import { ConfigError } from '../config/config-error.js';

/** Where metrics are read: a listener of their own, so that they are never open to the world by accident. */
export interface MetricsListener {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves `GET /metrics` in Prometheus's text format.
 * @throws ConfigError when the port or the address cannot be had.
 */
export async function serveMetrics(
  registry: Registry,
  { bind, port }: { bind: string; port: number },
): Promise<MetricsListener> {
  collectDefaultMetrics({ register: registry });
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end('Metrics are at GET /metrics.\n');
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listening(server, bind, port);
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${bind.includes(':') ? `[${bind}]` : bind}:${bound}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, bind: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `CAIRN_METRICS_BIND, CAIRN_METRICS_PORT: ${bind}:${port} cannot be had (${cause.message}). Choose another port (0 takes any free one).`;
      reject(new ConfigError(message, { cause }));
    });
    server.listen({ host: bind, port }, resolve);
  });
}
