import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { rootCertificates } from 'node:tls';
import type { Config } from '../../config/config.js';
import { anyLookup, checkedLookup, checkLiteral, type Resolve } from './checked-lookup.js';

/** An attempt takes no longer, from the look-up to the end of the answer. */
const ATTEMPT_MS = 5_000;

/** What of an answer is read; more ends the attempt, which has its status by then. */
const ANSWER_BYTES = 16 * 1024;

/** How an attempt ended. */
export interface Attempt {
  /** Of the answer; null without one. */
  readonly status: number | null;
  /** Null when it was delivered. */
  readonly error: string | null;
}

/** What is sent. */
export interface Message {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Rules = Config['server']['webhooks'];

/** Sends a message by POST. Never throws: whatever goes wrong is how the attempt ended. */
export async function sendWebhook(
  text: string,
  rules: Rules,
  message: Message,
  resolve?: Resolve,
): Promise<Attempt> {
  try {
    const status = await post(new URL(text), rules, message, resolve);
    if (status >= 200 && status < 300) return { status, error: null };
    const redirect = status >= 300 && status < 400 ? ' Redirects are not followed.' : '';
    return { status, error: `The answer was ${status}.${redirect}` };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { status: null, error: why === '' ? 'The connection failed.' : why };
  }
}

function post(url: URL, rules: Rules, message: Message, resolve?: Resolve): Promise<number> {
  if (!rules.allowPrivate) checkLiteral(url.hostname);
  const signal = AbortSignal.timeout(ATTEMPT_MS);
  const options = requestOptions(rules, message, signal, resolve);
  return new Promise((done, fail) => {
    const outgoing = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
    outgoing.once('error', (error) =>
      fail(signal.aborted ? new Error(`There was no answer within ${ATTEMPT_MS / 1000} s.`) : error),
    );
    // An answer of 101 leaves HTTP: nothing more would be heard of it.
    outgoing.once('upgrade', (answer, socket) => {
      socket.destroy();
      done(answer.statusCode ?? 0);
    });
    let answered = false;
    outgoing.once('close', () => {
      if (!answered) fail(new Error('The connection was closed without an answer.'));
    });
    outgoing.once('response', (answer) => {
      answered = true;
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > ANSWER_BYTES) outgoing.destroy();
      });
      answer.once('close', () => done(answer.statusCode ?? 0));
      answer.once('error', () => {});
    });
    outgoing.end(message.body);
  });
}

function requestOptions(rules: Rules, { body, headers }: Message, signal: AbortSignal, resolve?: Resolve) {
  return {
    method: 'POST',
    // A connection of its own: nothing is left open, and the address is checked each time.
    agent: false as const,
    signal,
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'cairn-webhook/1',
      ...headers,
    },
    lookup: rules.allowPrivate ? anyLookup(signal) : checkedLookup(signal, resolve),
    ...(rules.ca === undefined ? {} : { ca: [...rootCertificates, rules.ca] }),
  };
}
