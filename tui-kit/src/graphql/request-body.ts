import { collectUploads } from './collect-uploads.js';
import { multipartBody } from './multipart-body.js';

/** Body and headers of one GraphQL request. */
export interface CollectedBody {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | AsyncIterable<Uint8Array>;
}

/** @returns JSON where there is no file in the variables, else a streamed multipart body */
export function requestBody(query: string, variables: unknown, onChunk: () => void): CollectedBody {
  const collected = collectUploads(variables ?? {});
  const operations = JSON.stringify({ query, variables: collected.variables });
  if (collected.uploads.length === 0) {
    return { headers: { 'content-type': 'application/json' }, body: operations };
  }
  const multipart = multipartBody(operations, collected.uploads, onChunk);
  // Apollo refuses multipart without this header, so that no web page can send it across origins.
  return {
    headers: { 'content-type': multipart.contentType, 'apollo-require-preflight': 'true' },
    body: multipart.body,
  };
}
