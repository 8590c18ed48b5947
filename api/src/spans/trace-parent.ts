import { type Context, ROOT_CONTEXT, TraceFlags, trace } from '@opentelemetry/api';

const TRACE_PARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/u;

/** The sender's span, as the header `traceparent` (W3C Trace Context) names it; the root without one that holds. */
export function parentOf(header: string | string[] | undefined): Context {
  const [, traceId, spanId, flags] = TRACE_PARENT.exec(typeof header === 'string' ? header : '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT;
  if (/^0+$/u.test(traceId) || /^0+$/u.test(spanId)) return ROOT_CONTEXT;
  const sampled = (Number.parseInt(flags, 16) & 1) === 1 ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: sampled, isRemote: true });
}
