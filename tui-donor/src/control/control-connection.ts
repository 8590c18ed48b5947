import type { Socket } from 'node:net';
import { reportError } from '@cairn/tui-kit';
import { z } from 'zod';
import { answerRequest } from './answer-request.js';
import { BoundedLines, LineTooLong } from './bounded-lines.js';
import {
  type ControlError,
  type ControlLine,
  type ControlRequest,
  LONGEST_REQUEST,
  PROTOCOL,
  requestSchema,
} from './protocol.js';
import type { SteerableDonor } from './steerable-donor.js';

/** Bytes that may wait for one who does not read; then he is hung up on. */
const MOST_UNREAD = 16 * 1024 * 1024;

/** Serves one who has connected, until either side hangs up. */
export function serveConnection(donor: SteerableDonor, socket: Socket): void {
  const lines = new BoundedLines(LONGEST_REQUEST);
  let unfollow: (() => void) | undefined;
  let last: Promise<void> = Promise.resolve();
  const write = (line: ControlLine): void => {
    if (socket.destroyed) return;
    socket.write(`${JSON.stringify(line)}\n`);
    if (socket.writableLength > MOST_UNREAD) socket.destroy();
  };
  const follow = (): void => {
    unfollow ??= donor.events.follow((event) => write({ time: new Date().toISOString(), event }));
  };
  const serve = async (line: string): Promise<void> => {
    const request = read(line);
    if ('error' in request) return write(request);
    const { id } = request;
    const answer = await answerRequest(donor, request).then(
      (ok) => ({ id, ok }),
      (error: unknown) => ({ id, error: errorOf(error) }),
    );
    write(answer);
    if (request.do === 'follow') follow();
  };
  socket.on('error', () => socket.destroy());
  socket.on('close', () => unfollow?.());
  socket.on('data', (chunk) => {
    try {
      // One after the other: answers come in the order of the requests.
      for (const line of lines.push(chunk)) last = last.then(() => serve(line));
    } catch (error) {
      if (!(error instanceof LineTooLong)) throw error;
      write({ id: null, error: { code: 'REQUEST_TOO_LONG', message: error.message } });
      socket.destroySoon();
    }
  });
  write({ cairn: PROTOCOL, pid: process.pid });
}

function read(line: string): ControlRequest | { readonly id: string | null; readonly error: ControlError } {
  const found = parse(line);
  const parsed = requestSchema.safeParse(found);
  if (parsed.success) return parsed.data;
  const { id, cairn } = z
    .object({ id: z.string().max(64), cairn: z.number() })
    .partial()
    .catch({})
    .parse(found);
  const isOtherVersion = cairn !== undefined && cairn !== PROTOCOL;
  return {
    id: id ?? null,
    error: isOtherVersion
      ? {
          code: 'OTHER_PROTOCOL',
          message: `this donor speaks version ${PROTOCOL} of the protocol, not ${cairn}`,
          help: 'use the cairn-donor that was started, or start it anew',
        }
      : {
          code: 'BAD_REQUEST',
          message: z.prettifyError(parsed.error),
          expected: 'a request as the README describes it',
        },
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** An error as a person would be told of it. */
function errorOf(error: unknown): ControlError {
  return (JSON.parse(reportError(error, {}).json) as { error: ControlError }).error;
}
