import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { DomainError } from '@cairn/shared-schema';
import { extensionsOf } from '../format-error.js';

/** Answers an upgrade with an error, as GraphQL words it, and hangs up: a peer that never does would keep the server from stopping. */
export function refuseUpgrade(socket: Duplex, error: DomainError, status: number = error.status): void {
  const body = JSON.stringify({ errors: [{ message: error.message, extensions: extensionsOf(error) }] });
  const { retryAfterSeconds } = error.details;
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'connection: close',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(retryAfterSeconds === undefined ? [] : [`retry-after: ${retryAfterSeconds}`]),
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
