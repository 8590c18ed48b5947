import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ServerUnreachableError } from '../errors/server-unreachable-error.js';
import { explainFetchFailure } from '../graphql/explain-fetch-failure.js';
import type { ServerAddress } from '../graphql/server-address.js';
import { StallTimer } from '../graphql/stall-timer.js';
import { checkDownload, refusedDownload, tooLarge } from './download-errors.js';
import { resolveDownload } from './resolve-download.js';

export interface DownloadRequest {
  readonly address: ServerAddress;
  /** As the server gave it: absolute, or relative to its root. */
  readonly url: string;
  readonly destination: string;
  /** More than this is never written, in bytes. */
  readonly maxBytes: number;
  /** The expected SHA-256 in hex; another one is an error and leaves no file. */
  readonly sha256?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How long nothing may arrive, in milliseconds (default 30,000). */
  readonly timeoutMs?: number;
  readonly onProgress?: (bytes: number, total: number | undefined) => void;
}

export interface DownloadedFile {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Fetches a file to disk: written beside its place, checked, synced and renamed. A file in its place is whole.
 * @throws ClientError DOWNLOAD_CORRUPT (wrong hash), DOWNLOAD_TOO_LARGE; ServerRefusedError, ServerUnreachableError;
 *   UnexpectedAnswerError for an address that is not allowed
 */
export async function downloadFile(request: DownloadRequest): Promise<DownloadedFile> {
  const url = resolveDownload(request.url, request.address);
  await mkdir(dirname(request.destination), { recursive: true });
  const part = `${request.destination}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await fetchInto(url, part, request);
    checkDownload(file, request);
    await rename(part, request.destination);
    return file;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function fetchInto(url: URL, part: string, request: DownloadRequest): Promise<DownloadedFile> {
  request.signal?.throwIfAborted();
  const timer = new StallTimer(request.timeoutMs ?? 30_000);
  try {
    const signals = request.signal === undefined ? [timer.signal] : [request.signal, timer.signal];
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.any(signals) });
    if (!response.ok || response.body === null) throw refusedDownload(response, request.address.url);
    const total = Number(response.headers.get('content-length') ?? Number.NaN);
    if (total > request.maxBytes) throw tooLarge(request, total);
    return await writeBody(response.body, part, request, Number.isFinite(total) ? total : undefined, timer);
  } catch (error) {
    request.signal?.throwIfAborted();
    if (timer.stalled) throw new ServerUnreachableError(url.origin, 'the download stopped', error);
    throw explainFetchFailure(error, url.origin);
  } finally {
    timer.stop();
  }
}

async function writeBody(
  body: ReadableStream<Uint8Array>,
  part: string,
  request: DownloadRequest,
  total: number | undefined,
  timer: StallTimer,
): Promise<DownloadedFile> {
  const file = await open(part, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of body) {
      timer.touch();
      bytes += chunk.byteLength;
      if (bytes > request.maxBytes) throw tooLarge(request, bytes);
      hash.update(chunk);
      await file.writeFile(chunk);
      request.onProgress?.(bytes, total);
    }
    await file.sync();
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}
