import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import type { ServerAddress } from '../graphql/server-address.js';

/**
 * The full address of a file that the server named. A relative one is resolved against the server's root. Anything
 * but the server itself or an https address is refused: a server must not point its clients at their own network.
 * @throws UnexpectedAnswerError
 */
export function resolveDownload(url: string, address: ServerAddress): URL {
  const isAbsolute = URL.canParse(url);
  const resolved = isAbsolute ? URL.parse(url) : URL.parse(url.replace(/^\/(?!\/)/u, ''), address.root.href);
  const allowed =
    resolved !== null &&
    resolved.username === '' &&
    resolved.password === '' &&
    (resolved.origin === address.root.origin || resolved.protocol === 'https:');
  if (!allowed) {
    throw new UnexpectedAnswerError(address.url, 'with a download address that is neither its own nor https');
  }
  return resolved;
}
