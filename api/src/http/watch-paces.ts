import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { Arrears, type Pace } from './pace.js';

/** How fast peers must take answers, and bring what they send. */
export interface Paces {
  readonly reading: Pace;
  readonly sending: Pace;
}

/** A connection, with its latest request. */
interface Line {
  readonly reading: Arrears;
  readonly sending: Arrears;
  request: IncomingMessage;
  answer: ServerResponse;
  log: FastifyBaseLogger;
}

/**
 * Hangs up on whoever takes an answer too slowly, and on whoever sends a request too slowly: it holds a connection, memory,
 * a file, a place in a queue at next to no cost. Waiting for the server itself is held against nobody.
 */
export function watchPaces(http: FastifyInstance, paces: Paces, everyMs = 1_000): void {
  const lines = new Map<Socket, Line>();
  http.addHook('onRequest', async ({ raw: request, log }, { raw: answer }) => {
    const { socket } = request;
    const line = lines.get(socket);
    if (line !== undefined) return void Object.assign(line, { request, answer, log });
    const reading = new Arrears(paces.reading, takenFrom(socket));
    const sending = new Arrears(paces.sending, socket.bytesRead);
    lines.set(socket, { reading, sending, request, answer, log });
    socket.once('close', () => lines.delete(socket));
  });
  const timer = setInterval(() => {
    for (const [socket, line] of lines) look(http, socket, line, everyMs / 1000);
  }, everyMs);
  timer.unref();
  http.addHook('onClose', async () => clearInterval(timer));
}

function look(http: FastifyInstance, socket: Socket, line: Line, seconds: number): void {
  const { reading, sending, request, answer, log } = line;
  if (reading.isTooSlow(takenFrom(socket), socket.writableLength > 0, seconds)) {
    log.info({ sent: takenFrom(socket) }, 'hung up: the answer is taken too slowly');
    socket.destroy();
  } else if (sending.isTooSlow(socket.bytesRead, isDue(request), seconds)) {
    log.info({ received: socket.bytesRead }, 'hung up: the request comes too slowly');
    // Answered as one is that takes longer than any request may, unless an answer is on its way already.
    if (answer.headersSent) socket.destroy();
    else http.server.emit('clientError', timedOut(), socket);
  }
}

/** Bytes that the peer, or the system for it, has taken. */
function takenFrom(socket: Socket): number {
  return socket.bytesWritten - socket.writableLength;
}

/** Whether more of a request is to come, and the server takes it as soon as it comes. */
function isDue(request: IncomingMessage): boolean {
  return !request.complete && request.readableLength < request.readableHighWaterMark;
}

function timedOut(): Error {
  return Object.assign(new Error('The request came too slowly.'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
}
