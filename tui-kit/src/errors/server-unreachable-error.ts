import { ClientError } from './client-error.js';
import { ExitCode } from './exit-code.js';

/** No answer came: nobody listens there, the name does not resolve, the line broke or the time ran out. */
export class ServerUnreachableError extends ClientError {
  override readonly name = 'ServerUnreachableError';

  /**
   * @param url the server's address
   * @param why the reason in a few words: "connection refused", "no answer within 30 s"
   */
  constructor(url: string, why: string, cause?: unknown) {
    super(`cannot reach the server at ${url} (${why})`, {
      code: 'SERVER_UNREACHABLE',
      exitCode: ExitCode.unavailable,
      expected: 'a Cairn server that listens there',
      help: 'Is the server running? Start one with `npm start`, or name another with --server URL',
      details: { url, why },
      cause,
    });
  }
}
