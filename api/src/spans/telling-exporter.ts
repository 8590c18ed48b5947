import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Log } from '../context/log.js';

/** An exporter that logs once when spans cannot be sent, and once when they can again. What was not sent is lost. */
export function tellingExporter(exporter: SpanExporter, log: Log): SpanExporter {
  let away = false;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const failed = result.code !== 0;
        if (failed && !away) log.warn({ err: result.error }, 'spans cannot be sent to the collector');
        if (!failed && away) log.info({}, 'spans are sent to the collector again');
        away = failed;
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
