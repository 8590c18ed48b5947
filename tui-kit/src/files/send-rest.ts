import { createReadStream } from 'node:fs';
import { ServerUnreachableError } from '../errors/server-unreachable-error.js';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { explainFetchFailure } from '../graphql/explain-fetch-failure.js';
import { readBounded } from '../graphql/read-bounded.js';
import type { ServerAddress } from '../graphql/server-address.js';
import { StallTimer } from '../graphql/stall-timer.js';
import { resolveDownload } from './resolve-download.js';
import { refusedUpload } from './upload-errors.js';

/** A part of a file that goes to an upload link. */
export interface RestOfFile {
  readonly address: ServerAddress;
  /** As the server gave it, relative to its root. */
  readonly url: string;
  readonly path: string;
  /** What the server has already, in bytes: it is not sent again. */
  readonly offset: number;
  readonly signal?: AbortSignal | undefined;
  /** How long nothing may move, in milliseconds. */
  readonly timeoutMs: number;
}

/** A refusal is short. */
const MAX_ANSWER_BYTES = 64 * 1024;

/**
 * Sends a file from an offset on to its end, by the tus protocol.
 * @throws ServerRefusedError, ServerUnreachableError; UnexpectedAnswerError for an address that is not the server's own
 */
export async function sendRest(rest: RestOfFile): Promise<void> {
  const { address, signal } = rest;
  const url = resolveDownload(rest.url, address);
  if (url.origin !== address.root.origin)
    throw new UnexpectedAnswerError(address.url, 'with an upload address that is not its own');
  const timer = new StallTimer(rest.timeoutMs);
  try {
    signal?.throwIfAborted();
    const response = await fetch(url, {
      method: 'PATCH',
      redirect: 'error',
      headers: {
        'content-type': 'application/offset+octet-stream',
        'tus-resumable': '1.0.0',
        'upload-offset': String(rest.offset),
      },
      body: bytesFrom(rest, timer),
      duplex: 'half',
      signal: signal === undefined ? timer.signal : AbortSignal.any([signal, timer.signal]),
    });
    const answer = await readBounded(response, MAX_ANSWER_BYTES, () => timer.touch());
    if (response.status !== 204) throw refusedUpload(response, answer, address.url);
  } catch (error) {
    signal?.throwIfAborted();
    if (timer.stalled) throw new ServerUnreachableError(address.url, 'the upload stopped', error);
    throw explainFetchFailure(error, address.url);
  } finally {
    timer.stop();
  }
}

async function* bytesFrom({ path, offset }: RestOfFile, timer: StallTimer): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { start: offset })) {
    timer.touch();
    yield chunk as Uint8Array;
  }
}
