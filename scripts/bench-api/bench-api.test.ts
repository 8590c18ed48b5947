import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connection } from './connection.mjs';
import { judge } from './judge.mjs';
import { load } from './load.mjs';
import { options } from './options.mjs';

const claims = { perSecond: 2500, serverMs: 0.4, median: 3, p99: 8, counts: 2, failures: {} };
const lives = { count: 100, seconds: 1, generatorCpu: 0.1, serverMs: 9, perSecond: 120, failures: {} };

const good = {
  claims: [
    { ...claims, database: 'MariaDB 1', groups: 1000 },
    { ...claims, database: 'MariaDB 1', groups: 1_000_000, median: 3.5, p99: 9 },
    { ...claims, database: 'SQLite 3', groups: 1000, perSecond: 900 },
    { ...claims, database: 'SQLite 3', groups: 1_000_000, perSecond: 900 },
  ],
  lives: [
    { ...lives, database: 'MariaDB 1' },
    { ...lives, database: 'SQLite 3' },
  ],
  queries: { perSecond: 3000, bare: 3100, ratio: 0.97, failures: {} },
};

function short(measured: typeof good): string[] {
  return judge(measured)
    .filter(({ ok }) => !ok)
    .map(({ name }) => name);
}

/** The good measurements, with one of them changed. */
function changed(at: number, change: Partial<(typeof good.claims)[number]>): typeof good {
  return { ...good, claims: good.claims.map((one, index) => (index === at ? { ...one, ...change } : one)) };
}

describe('the goals', () => {
  it('are reached by good measurements', () => expect(short(good)).toEqual([]));

  it.each([
    ['mysql-claims', changed(1, { perSecond: 1999 })],
    ['mysql-median-flat', changed(1, { median: 3.7 })],
    ['mysql-p99-flat', changed(1, { p99: 10 })],
    ['sqlite-p99-flat', changed(3, { p99: 10 })],
    ['failures', changed(2, { failures: { SERVER_BUSY: 1 } })],
    [
      'sqlite-lifecycles',
      { ...good, lives: good.lives.with(1, { ...lives, database: 'SQLite 3', perSecond: 101 }) },
    ],
    ['plain-queries', { ...good, queries: { ...good.queries, ratio: 0.89 } }],
  ])('%s falls short alone', (name, measured) => expect(short(measured)).toEqual([name]));

  it('say nothing of flatness that one size alone could show', () => {
    const oneSize = { ...good, claims: good.claims.filter(({ groups }) => groups === 1000) };
    expect(short(oneSize)).toEqual([
      'mysql-median-flat',
      'mysql-p99-flat',
      'sqlite-median-flat',
      'sqlite-p99-flat',
    ]);
  });
});

describe('the options', () => {
  it('sort the sizes and name the command', () => {
    expect(options(['--sizes', '20000,1000', '--rounds', '3'])).toMatchObject({
      sizes: [1000, 20000],
      isWhole: true,
      command: 'npm run bench:api -- --sizes 20000,1000 --rounds 3',
    });
    expect(options(['--database', 'sqlite']).isWhole).toBe(false);
  });

  it.each([[['--sizes', '999']], [['--sizes', '1000,x']], [['--database', 'oracle']], [['--rounds', '0']]])(
    'refuse %s',
    (args) => expect(() => options(args)).toThrow('Usage: npm run bench:api'),
  );
});

describe('the load generator', () => {
  it('keeps its connections and takes answers that come in pieces', async () => {
    let connections = 0;
    const server = createServer(async (request, response) => {
      const [body] = await request.setEncoding('utf8').toArray();
      const text = JSON.stringify({ said: body });
      response.writeHead(200, { 'content-length': Buffer.byteLength(text) });
      response.write(text.slice(0, 5));
      setImmediate(() => response.end(text.slice(5)));
    }).on('connection', () => {
      connections += 1;
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const said: string[] = [];
    const { latencies, failures } = await load(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      { times: 10, atOnce: 2 },
      async (connection: Connection) => {
        said.push((await connection.ask('{"é":1}')).said);
        return said.length === 1 ? 'SERVER_BUSY' : undefined;
      },
    );
    server.close();
    expect(said).toEqual(Array.from({ length: 10 }, () => '{"é":1}'));
    expect(latencies).toHaveLength(10);
    expect(failures).toEqual({ SERVER_BUSY: 1 });
    expect(connections).toBe(2);
  });
});
