import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { HeldAnswers } from './held-answers.js';

/** A reader at the least speed takes one in 16 s. */
const PART_BYTES = 64 * 1024;

/**
 * Sends answers that are larger than a part in parts, so that it can be seen how fast they are taken, and counts what waits
 * of them.
 */
export function sendInParts(http: FastifyInstance, held: HeldAnswers): void {
  http.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
    if (Buffer.byteLength(payload) <= PART_BYTES || reply.raw.closed) return payload;
    const bytes = Buffer.from(payload as string);
    const { socket } = request.raw;
    const release = held.hold(request.ip, bytes.length, () => {
      request.log.info({ bytes: bytes.length }, 'hung up: too much waits to be taken');
      socket.destroy();
    });
    const taken = (): void => {
      socket.off('close', taken);
      release();
    };
    // An answer that waits for the one before it is not told when the connection breaks.
    socket.once('close', taken);
    reply.raw.once('close', taken);
    reply.header('content-length', bytes.length);
    return Readable.from(partsOf(bytes), { objectMode: false });
  });
}

function* partsOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PART_BYTES) yield bytes.subarray(at, at + PART_BYTES);
}
