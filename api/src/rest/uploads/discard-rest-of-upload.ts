import type { FastifyRequest } from 'fastify';

/** How long a sender that was answered early may go on sending, so that it gets to read the answer. */
const PATIENCE_MS = 5_000;

/** After an early answer to an upload: reads on for a moment, then ends the connection. */
export async function discardRestOfUpload({ raw }: FastifyRequest): Promise<void> {
  if (raw.complete || raw.destroyed) return;
  raw.unpipe();
  raw.resume();
  const timer = setTimeout(() => raw.destroy(), PATIENCE_MS);
  timer.unref();
  raw.once('close', () => clearTimeout(timer));
  raw.once('end', () => clearTimeout(timer));
}
