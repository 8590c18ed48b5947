import { UsageError } from '../errors/usage-error.js';

/** Where a server is, and where its doors are. */
export interface ServerAddress {
  /** The root as a person writes it, without a slash at the end. */
  readonly url: string;
  readonly graphqlUrl: URL;
  readonly subscriptionUrl: URL;
  /** The root with a slash at the end, against which relative addresses are resolved. */
  readonly root: URL;
}

/**
 * @param text an http or https URL; a path before the API is allowed (`https://example.org/cairn`)
 * @throws UsageError that says what was found and expected
 */
export function serverAddress(text: string): ServerAddress {
  const root = URL.parse(text.trim());
  if (root === null || (root.protocol !== 'http:' && root.protocol !== 'https:')) {
    throw invalid(text, 'an address like http://127.0.0.1:8080');
  }
  if (root.username !== '' || root.password !== '') {
    throw invalid(root.host, 'an address without a user name and password in it');
  }
  if (root.search !== '' || root.hash !== '') throw invalid(text, 'an address without ? and #');
  if (!root.pathname.endsWith('/')) root.pathname += '/';
  const subscriptionUrl = new URL('graphql', root);
  subscriptionUrl.protocol = root.protocol === 'https:' ? 'wss:' : 'ws:';
  const graphqlUrl = new URL('graphql', root);
  return { url: root.href.replace(/\/$/u, ''), graphqlUrl, subscriptionUrl, root };
}

function invalid(found: string, expected: string): UsageError {
  return new UsageError(`the server's address is ${JSON.stringify(found)}`, {
    expected,
    help: 'give it with --server URL, with PROGRAM_DISTRIBUTOR_URL or as program_distributor_url',
  });
}
