import { AsyncLocalStorage } from 'node:async_hooks';
import { isDomainError } from '@cairn/shared-schema';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { FastifyInstance } from 'fastify';
import type { Log } from '../context/log.js';
import { VERSION } from '../server/version.js';
import type { Spans } from './spans.js';
import { tellingExporter } from './telling-exporter.js';
import { parentOf } from './trace-parent.js';

/** So long it tries to send at most, retries included: a stop waits for it. */
const TIMEOUT_MS = 5_000;

/** Spans in OTLP over HTTP, sent every few seconds. No name, address or id of anybody is among them. */
export class OtlpSpans implements Spans {
  readonly #provider: TracerProvider;
  readonly #tracer: Tracer;
  /** The request that is being answered. */
  readonly #current = new AsyncLocalStorage<Context>();

  constructor(endpoint: string, log: Log) {
    const exporter = new OTLPTraceExporter({
      url: `${endpoint.replace(/\/+$/u, '')}/v1/traces`,
      timeoutMillis: TIMEOUT_MS,
    });
    this.#provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': 'cairn-api', 'service.version': VERSION }),
      spanProcessors: [new BatchSpanProcessor({ exporter: tellingExporter(exporter, log) })],
    });
    this.#tracer = this.#provider.getTracer('cairn-api');
  }

  requests(http: FastifyInstance): void {
    const contexts = new WeakMap<object, { span: Span; context: Context }>();
    http.addHook('onRequest', (request, _reply, next) => {
      const { method, url = 'none' } = request.routeOptions;
      const name = `${Array.isArray(method) ? request.method : method} ${url}`;
      const parent = parentOf(request.headers.traceparent);
      const span = this.#tracer.startSpan(name, { kind: SpanKind.SERVER }, parent);
      const context = trace.setSpan(ROOT_CONTEXT, span);
      contexts.set(request, { span, context });
      this.#current.run(context, next);
    });
    // A body that was waited for has left the context behind.
    http.addHook('preValidation', (request, _reply, next) => {
      const { context } = contexts.get(request) ?? { context: ROOT_CONTEXT };
      this.#current.run(context, next);
    });
    http.addHook('onResponse', async (request, reply) => {
      const { span } = contexts.get(request) ?? {};
      span?.setAttributes({
        'http.request.method': request.method,
        'http.route': request.routeOptions.url ?? 'none',
        'http.response.status_code': reply.statusCode,
      });
      if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
    });
    http.addHook('onRequestAbort', async (request) => {
      contexts.get(request)?.span.setStatus({ code: SpanStatusCode.ERROR, message: 'aborted' }).end();
    });
  }

  async operation<T>(name: string, run: () => Promise<T>): Promise<T> {
    const outer = this.#current.getStore() ?? ROOT_CONTEXT;
    const span = this.#tracer.startSpan(name, {}, outer);
    try {
      return await this.#current.run(trace.setSpan(outer, span), run);
    } catch (error) {
      const code = isDomainError(error) ? error.code : 'INTERNAL_SERVER_ERROR';
      span.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  }

  async close(): Promise<void> {
    // That the last could not be sent has been logged.
    await this.#provider.shutdown().catch(() => {});
  }
}
