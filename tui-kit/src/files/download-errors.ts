import { ClientError } from '../errors/client-error.js';
import { ExitCode } from '../errors/exit-code.js';
import { ServerRefusedError } from '../errors/server-refused-error.js';
import { ServerUnreachableError } from '../errors/server-unreachable-error.js';
import type { DownloadedFile, DownloadRequest } from './download-file.js';

/** @throws ClientError DOWNLOAD_CORRUPT when the file is not the one that the server promised */
export function checkDownload(file: DownloadedFile, request: DownloadRequest): void {
  if (request.sha256 === undefined || file.sha256 === request.sha256) return;
  throw new ClientError(`the file from ${request.address.url} has the SHA-256 ${file.sha256}`, {
    code: 'DOWNLOAD_CORRUPT',
    exitCode: ExitCode.internal,
    expected: request.sha256,
    help: 'try again; if it stays so, tell the operator of the server',
  });
}

/** The error for a file that is larger than it may be. */
export function tooLarge(request: DownloadRequest, found: number): ClientError {
  return new ClientError(`a file from ${request.address.url} has at least ${found} bytes`, {
    code: 'DOWNLOAD_TOO_LARGE',
    exitCode: ExitCode.limit,
    expected: `at most ${request.maxBytes} bytes`,
    help: 'nothing was kept; this piece of work is not for this machine',
  });
}

/** The error for an answer that is no file: an expired link, a busy server, a gateway. */
export function refusedDownload(response: Response, serverUrl: string): ClientError {
  const { status } = response;
  if (status === 429)
    return new ServerRefusedError('RATE_LIMITED', 'the server is too busy to send the file now');
  if (status >= 502 && status <= 504) return new ServerUnreachableError(serverUrl, `it answered ${status}`);
  return new ServerRefusedError(
    'DOWNLOAD_REFUSED',
    `the server refused the download (HTTP status ${status})`,
    {
      status,
    },
  );
}
