import type { IncomingMessage } from 'node:http';

const DRAIN_MS = 5_000;

/**
 * What is still coming in of a request that is already answered is thrown away; a sender that does not stop is cut off,
 * so that a refused upload cannot hold a connection.
 */
export function drainRequest(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  request.unpipe();
  request.resume();
  const cut = setTimeout(() => request.socket.destroy(), DRAIN_MS);
  cut.unref();
  request.once('close', () => clearTimeout(cut));
}
