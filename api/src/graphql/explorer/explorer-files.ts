import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { GRAPHQL_PATH } from '../graphql-routes.js';

export const EXPLORER_PATH = '/explorer';

/** A file of the page. */
export interface ExplorerFile {
  readonly type: string;
  read(): Promise<Buffer | string>;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const START_SCRIPT = 'start.js';

/**
 * Tokens are typed into the page's headers. It writes its windows to the browser's database all the time, and `preserveState`
 * says only whether they are read again: so nothing is let in there, and what is there goes. It knows no accounts but
 * this server's: those of its makers are elsewhere.
 */
const START = `// Headers and variables stay in this page: whoever writes is answered, and nothing is written.
for (const write of ['put', 'add'])
  IDBObjectStore.prototype[write] = function () {
    return this.count();
  };
indexedDB.deleteDatabase('AltairDB');
for (const key of Object.keys(localStorage)) if (key.startsWith('altair')) localStorage.removeItem(key);
// What its makers would offer comes from elsewhere, where this page may not go.
localStorage.setItem('altair:db:ai-plugin-showcased', '{"value":true}');
const endpoint = new URL('${GRAPHQL_PATH}', location.href);
AltairGraphQL.init({
  endpointURL: endpoint.href,
  subscriptionsEndpoint: endpoint.href.replace('http', 'ws'),
  initialSubscriptionRequestHandlerId: 'graphql-ws',
  initialName: 'Cairn',
  initialQuery: '{ serverInfo { version } }',
  // The second lets files be sent.
  initialHeaders: { authorization: '', 'apollo-require-preflight': 'true' },
  disableAccount: true,
  preserveState: false,
});
`;

/** Everything that the page loads, by the end of its path; the page itself is `''`. All of it lies on this machine. */
export async function explorerFiles(): Promise<ReadonlyMap<string, ExplorerFile>> {
  // Read only where the page is wanted.
  const { getDistDirectory, renderAltair } = await import('altair-static');
  const page = renderAltair({
    baseURL: `${EXPLORER_PATH}/`,
    serveInitialOptionsInSeperateRequest: START_SCRIPT,
  });
  const files = new Map<string, ExplorerFile>([
    ['', { type: 'text/html; charset=utf-8', read: async () => page }],
    [START_SCRIPT, { type: TYPES['.js'] ?? '', read: async () => START }],
  ]);
  const folder = getDistDirectory();
  for (const path of await readdir(folder, { recursive: true })) {
    const name = path.split(sep).join('/');
    const type = TYPES[extname(name)];
    // Scripts that requests run before they are sent would want a frame that is let do more: they are left out.
    if (type === undefined || name.startsWith('iframe-sandbox/')) continue;
    files.set(name, { type, read: () => readFile(join(folder, path)) });
  }
  return files;
}
