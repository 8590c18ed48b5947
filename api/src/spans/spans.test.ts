import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { send } from '../test/send.js';
import { TestServer } from '../test/test-server.js';

interface Sent {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  status: { code: number };
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
}

/** A collector of OTLP over HTTP. */
class Collector implements AsyncDisposable {
  readonly spans: Sent[] = [];
  readonly paths = new Set<string>();
  private constructor(private readonly server: Server) {}

  static async listen(): Promise<Collector> {
    const server = createServer((request, response) => {
      text(request).then(
        (body) => {
          collector.paths.add(request.url ?? '');
          const { resourceSpans } = JSON.parse(body) as {
            resourceSpans: { scopeSpans: { spans: Sent[] }[] }[];
          };
          for (const { scopeSpans } of resourceSpans)
            for (const { spans } of scopeSpans) collector.spans.push(...spans);
          response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
        },
        () => response.destroy(),
      );
    });
    const collector = new Collector(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  named(name: string): Sent[] {
    return this.spans.filter((span) => span.name === name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const attributes = (span: Sent | undefined) =>
  Object.fromEntries(
    (span?.attributes ?? []).map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]),
  );

it('sends a span for each request and each operation in it, once the server has stopped at the latest', async () => {
  await using collector = await Collector.listen();
  const trace = 'a'.repeat(32);
  {
    await using server = await TestServer.start({ server: { spansEndpoint: `${collector.url}/` } });
    const body = JSON.stringify({
      query:
        'mutation { login(input: { username: "nobody-special", password: "x" }) { organization { id } } }',
    });
    const traceparent = `00-${trace}-${'b'.repeat(16)}-01`;
    const headers = { 'content-type': 'application/json', traceparent };
    await send(`${server.url}/graphql`, { method: 'POST', headers, body });
    await send(`${server.url}/program/all?name_filter=secret`);
  }
  expect([...collector.paths]).toEqual(['/v1/traces']);
  const [request] = collector.named('POST /graphql');
  expect(request).toMatchObject({ traceId: trace, parentSpanId: 'b'.repeat(16), kind: 2 });
  expect(attributes(request)).toEqual({
    'http.request.method': 'POST',
    'http.route': '/graphql',
    'http.response.status_code': 200,
  });
  const [login] = collector.named('login');
  expect(login).toMatchObject({ traceId: trace, parentSpanId: request?.spanId, status: { code: 2 } });
  expect(attributes(login)).toEqual({ 'error.type': 'WRONG_CREDENTIALS' });
  const [list] = collector.named('GET /program/all');
  expect(list?.parentSpanId).toBeUndefined();
  expect(list?.traceId).not.toBe(trace);
  expect(JSON.stringify(collector.spans)).not.toMatch(/nobody-special|secret|127\.0\.0\.1/u);
});

it('serves and stops when the collector is away', async () => {
  const url = await (async () => {
    await using collector = await Collector.listen();
    return collector.url;
  })();
  let logged: readonly string[];
  {
    await using server = await TestServer.start({ server: { spansEndpoint: url } });
    logged = server.logged;
    expect((await send(`${server.url}/healthz`)).status).toBe(200);
  }
  const told = logged.map((line) => JSON.parse(line)).filter(({ msg }) => /collector/u.test(msg));
  expect(told).toEqual([
    expect.objectContaining({ level: 40, msg: 'spans cannot be sent to the collector' }),
  ]);
});

it.each([
  `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`,
  `00-${'a'.repeat(32)}-${'0'.repeat(16)}-01`,
  `ff-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
  'x'.repeat(1000),
])('begins a trace of its own when the sender names %s', async (traceparent) => {
  await using collector = await Collector.listen();
  {
    await using server = await TestServer.start({ server: { spansEndpoint: collector.url } });
    await send(`${server.url}/healthz`, { headers: { traceparent } });
  }
  const [span] = collector.named('GET /healthz');
  expect(span?.traceId).toMatch(/^[0-9a-f]{32}$/u);
  expect(span?.parentSpanId).toBeUndefined();
});
