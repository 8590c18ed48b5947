import type { FastifyInstance } from 'fastify';
import type { Log } from '../context/log.js';

/** Tells a collector what the server does and how long it takes: a span for each request, and in it one for each operation. */
export interface Spans {
  /** Follows every request of this server. */
  requests(http: FastifyInstance): void;
  /** Runs an operation as a part of the request that asked for it. */
  operation<T>(name: string, run: () => Promise<T>): Promise<T>;
  /** Sends what is still to be sent. */
  close(): Promise<void>;
}

/** Nobody asked for spans. */
export const NO_SPANS: Spans = {
  requests: () => {},
  operation: (_name, run) => run(),
  close: async () => {},
};

/** Spans for the collector at this address, or none when it is empty: then none of OpenTelemetry's packages is loaded. */
export async function openSpans(endpoint: string, log: Log): Promise<Spans> {
  if (endpoint === '') return NO_SPANS;
  const { OtlpSpans } = await import('./otlp-spans.js');
  return new OtlpSpans(endpoint, log);
}
