import type { ServerResponse } from 'node:http';

/** The least that a reader must take. */
export interface Pace {
  readonly bytes: number;
  readonly everyMs: number;
}

/**
 * 4 KiB a second, half of what the slowest modem lines carry: who takes less holds a file of the server's, and a connection
 * to its store, at next to no cost.
 */
const LEAST: Pace = { bytes: 30 * 4 * 1024, everyMs: 30_000 };

/** Hangs up on whoever takes an answer too slowly. Waiting for the server itself is not held against the reader. */
export function hangUpOnSlow(answer: ServerResponse, { bytes, everyMs }: Pace = LEAST): void {
  const { socket } = answer;
  if (socket === null) return;
  let before = socket.bytesWritten - socket.writableLength;
  const timer = setInterval(() => {
    const taken = socket.bytesWritten - socket.writableLength;
    if (socket.writableLength > 0 && taken - before < bytes) socket.destroy();
    before = taken;
  }, everyMs);
  answer.once('close', () => clearInterval(timer));
}
