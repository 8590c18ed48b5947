import { S3ServiceException } from '@aws-sdk/client-s3';
import { isNamed, statusOf } from './s3-failure.js';
import type { S3Place } from './s3-place.js';

const CONNECTION = 'files_storage.connection_string';

/** Which setting of a bucket is wrong, in the operator's words. The key's secret is never shown. */
export function whyUnusable(error: unknown, { bucket, region, keyId, endpoint }: S3Place): string {
  const store = endpoint ?? `Amazon S3 in ${region}`;
  const at = `bucket ${bucket} at ${store}`;
  const status = statusOf(error);
  if (isNamed(error, 'InvalidAccessKeyId'))
    return `${CONNECTION}: found the key id ${keyId}, which ${store} does not know. Expected the id of a key that may use the bucket.`;
  if (isNamed(error, 'SignatureDoesNotMatch'))
    return `${CONNECTION}: found a key secret (not shown) that does not belong to the key id ${keyId}. Copy both again; where the secret has a separator in it, choose another arguments_serarator.`;
  if (isNamed(error, 'NoSuchBucket') || status === 404)
    return `${CONNECTION}: found no ${at}. Make the bucket, or name one that is there.`;
  if (isNamed(error, 'PermanentRedirect', 'AuthorizationHeaderMalformed') || status === 301)
    return `${CONNECTION}: found the region ${region}, in which the bucket ${bucket} is not. Expected the bucket's region.`;
  if (status === 403)
    return `${CONNECTION}: found a key (${keyId}) that is not allowed to list, put, get and delete in the ${at}: ${messageOf(error)}. Give it these rights.`;
  const field = endpoint === undefined ? CONNECTION : 'files_storage.endpoint';
  return `${field}: found a store that does not answer as expected, ${at}: ${messageOf(error)}. Start the store, mend the address, or leave files_storage.connection_string and endpoint empty to keep files on disk.`;
}

function messageOf(error: unknown): string {
  if (error instanceof S3ServiceException) return `${error.name} (HTTP ${statusOf(error) ?? '?'})`;
  if (!(error instanceof Error)) return String(error);
  // A host with several addresses fails with one error for each of them, and without a message.
  return error.message || ('code' in error ? String(error.code) : error.name);
}
