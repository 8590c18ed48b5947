import { Script } from 'node:vm';
import { send } from '../../test/send.js';
import { TestServer } from '../../test/test-server.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start({ server: { explorer: true } });
});

afterAll(() => server[Symbol.asyncDispose]());

async function get(path: string) {
  const { status, headers, body } = await send(`${server.url}${path}`);
  return { status, headers, text: body.toString() };
}

/** What the page names, below its base. */
async function linked(): Promise<string[]> {
  const { text } = await get('/explorer');
  expect(text).toContain('<base href="/explorer/">');
  return [...text.matchAll(/<(?:script|link|img)[^>]* (?:src|href)="([^"]+)"/gu)].map(
    ([, path]) => path ?? '',
  );
}

it('is whole: the page and what it loads come from this server alone', async () => {
  const page = await get('/explorer');
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  const names = await linked();
  expect(names).toEqual(expect.arrayContaining(['main.js', 'polyfills.js', 'start.js', 'styles.css']));
  for (const name of names) {
    expect(name).not.toMatch(/^(?:[a-z]+:)?\/\//u);
    const { status, headers, text } = await get(`/explorer/${name}`);
    expect([name, status, headers['x-content-type-options']]).toEqual([name, 200, 'nosniff']);
    if (name.endsWith('.css')) expect(text).not.toMatch(/@import|url\(["']?(?:[a-z]+:)?\/\//u);
  }
});

it('finds the parts that its scripts load later, and letters and words', async () => {
  const main = (await get('/explorer/main.js')).text;
  const later = new Set(main.match(/\b(?:chunk|worker)-[A-Z0-9]+\.js\b/gu));
  expect(later.size).toBeGreaterThan(10);
  for (const name of later) expect([name, (await get(`/explorer/${name}`)).status]).toEqual([name, 200]);
  expect((await get('/explorer/assets/i18n/en-US.json')).headers['content-type']).toMatch(
    /^application\/json/u,
  );
  const { text } = await get('/explorer/styles.css');
  const letters = [...text.matchAll(/url\(["']?([^"')]+\.woff2?)/gu)].map(([, path]) => path ?? '');
  expect(letters.length).toBeGreaterThan(0);
  for (const path of letters)
    expect([path, (await get(`/explorer/${path.replace('./', '')}`)).status]).toEqual([path, 200]);
});

it('has a policy that lets its own scripts run, and none from elsewhere or from the page itself', async () => {
  const page = await get('/explorer');
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/u);
  expect(page.text).not.toMatch(/<script(?![^>]* src=)|\son\w+=/u);
  expect(page.headers['x-frame-options']).toBe('DENY');
  expect((await get('/explorer/main.js')).headers['content-security-policy']).toBe(policy);
});

/** Runs the start script as it is served, in a browser of which there is only what it may touch. */
async function start() {
  const { text } = await get('/explorer/start.js');
  const seen = { given: [] as Record<string, unknown>[], written: [] as unknown[], deleted: [] as string[] };
  class IDBObjectStore {
    put(value: unknown) {
      seen.written.push(value);
    }
    add(value: unknown) {
      seen.written.push(value);
    }
    count() {
      return 'a request';
    }
  }
  const methods = {
    setItem: () => undefined,
    removeItem: (key: string) => Reflect.deleteProperty(localStorage, key),
  };
  const localStorage: object = Object.assign(Object.create(methods), {
    altair_windows: 'of an earlier page',
    other: 'of another page',
  });
  const page = {
    AltairGraphQL: { init: (given: Record<string, unknown>) => seen.given.push(given) },
    location: { href: 'https://cairn.example/explorer' },
    URL,
    localStorage,
    IDBObjectStore,
    indexedDB: { deleteDatabase: (name: string) => seen.deleted.push(name) },
  };
  const names = Object.keys(page).join();
  new Script(`(${names}) => { ${text} }`).runInThisContext()(...Object.values(page));
  return { ...seen, localStorage, store: new IDBObjectStore() };
}

it('starts with this server, and knows no accounts elsewhere', async () => {
  expect((await get('/explorer/main.js')).text).toContain('AltairGraphQL');
  expect((await start()).given[0]).toMatchObject({
    endpointURL: 'https://cairn.example/graphql',
    subscriptionsEndpoint: 'wss://cairn.example/graphql',
    disableAccount: true,
    preserveState: false,
  });
});

it("keeps no token in the browser's stores, and forgets what was kept there", async () => {
  const main = (await get('/explorer/main.js')).text;
  // Whose writes it takes away, and the name it forgets.
  expect(main).toContain('super("AltairDB")');
  const { store, written, deleted, localStorage } = await start();
  // A request comes back, as whoever writes waits for one.
  expect([store.put('a token'), store.add('a token')]).toEqual(['a request', 'a request']);
  expect(written).toEqual([]);
  expect(deleted).toEqual(['AltairDB']);
  expect(Object.keys(localStorage)).toEqual(['other']);
});

it('serves none of the package but the page', async () => {
  for (const path of [
    'index.html',
    'iframe-sandbox/index.html',
    'iframe-sandbox/sandbox.png',
    '..%2fpackage.json',
    '../package.json',
  ])
    expect((await get(`/explorer/${path}`)).status).toBe(404);
});

it('is not there unless it was asked for', async () => {
  await using silent = await TestServer.start();
  for (const path of ['/explorer', '/explorer/main.js'])
    expect((await send(`${silent.url}${path}`)).status).toBe(404);
});
