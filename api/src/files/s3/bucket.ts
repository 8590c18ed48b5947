import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { DOWNLOADS_AT_ONCE } from '../downloads-at-once.js';
import type { S3Place } from './s3-place.js';

/** A bucket and the connections to it. */
export interface Bucket {
  readonly client: S3Client;
  /** For what is sent on as fast as a reader takes it: those must not keep everything else from the store. */
  readonly downloads: S3Client;
  readonly name: string;
  readonly patience: Patience;
}

/** How long the store may take. */
export interface Patience {
  /** Milliseconds until it is connected. */
  readonly connect: number;
  /** Milliseconds without a byte either way. */
  readonly silence: number;
  /** Tries of one request, the first included. */
  readonly attempts: number;
}

export const PATIENCE: Patience = { connect: 5_000, silence: 60_000, attempts: 3 };

const MAX_SOCKETS = 128;

/** A download may be of two files in one: none of those that are let in waits for another. */
const DOWNLOAD_SOCKETS = 2 * DOWNLOADS_AT_ONCE;

const SILENT: NonNullable<S3ClientConfig['logger']> = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
};

function ignore(): void {}

/** Connects to a bucket: nothing is sent yet. */
export function connectBucket(place: S3Place, patience: Patience): Bucket {
  return {
    client: connect(place, patience, MAX_SOCKETS),
    downloads: connect(place, patience, DOWNLOAD_SOCKETS),
    name: place.bucket,
    patience,
  };
}

/** Lets go of all connections. */
export function disconnect({ client, downloads }: Bucket): void {
  client.destroy();
  downloads.destroy();
}

function connect(place: S3Place, patience: Patience, maxSockets: number): S3Client {
  const agent = { keepAlive: true, maxSockets };
  return new S3Client({
    region: place.region,
    credentials: { accessKeyId: place.keyId, secretAccessKey: place.keySecret },
    // The bucket in the path: other stores seldom have a host name for each bucket.
    ...(place.endpoint !== undefined && { endpoint: place.endpoint, forcePathStyle: true }),
    // Each body is signed by its SHA-256 anyhow, and many stores do not know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: patience.attempts,
    // What goes wrong is thrown, and told by whoever catches it.
    logger: SILENT,
    requestHandler: {
      connectionTimeout: patience.connect,
      // There is no bound on a whole request: a large file over a slow line takes its time.
      socketTimeout: patience.silence,
      httpAgent: agent,
      httpsAgent: agent,
    },
  });
}
