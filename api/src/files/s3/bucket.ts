import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import type { S3Place } from './s3-place.js';

/** A bucket and the connection to it. */
export interface Bucket {
  readonly client: S3Client;
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

/** Downloads that are under way must not keep others from the store. */
const MAX_SOCKETS = 512;

const SILENT: NonNullable<S3ClientConfig['logger']> = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
};

function ignore(): void {}

/** Connects to a bucket: nothing is sent yet. */
export function connectBucket(place: S3Place, patience: Patience): Bucket {
  const agent = { keepAlive: true, maxSockets: MAX_SOCKETS };
  const client = new S3Client({
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
  return { client, name: place.bucket, patience };
}
