import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What the liar does to the honest server's answers. */
export interface Lies {
  /** Changes an answer's `data`. */
  answer?(data: Record<string, unknown>): unknown;
  /** Fails requests whose body says so, as a server in trouble would. */
  refuse?(body: Buffer): boolean;
  /** What a GraphQL request whose body it sees is refused with. */
  refusal?(body: Buffer): { readonly code: string; readonly retryAfterSeconds: number } | undefined;
  /** Changes a file on its way. */
  file?(bytes: Buffer): Buffer;
}

/** A server that stands before an honest one and lies as told. The lies can be changed at any time. */
export async function lyingServer(
  honestUrl: string,
): Promise<{ readonly url: string; lies: Lies } & AsyncDisposable> {
  const liar = { url: '', lies: {} as Lies };
  const server = createServer(async (incoming, response) => {
    const body = await buffer(incoming);
    if (liar.lies.refuse?.(body)) {
      response.writeHead(503).end();
      return;
    }
    const refusal = liar.lies.refusal?.(body);
    if (refusal !== undefined) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ errors: [{ message: 'Come again.', extensions: refusal }], data: null }));
      return;
    }
    const answer = await forward(honestUrl, incoming, body);
    const isGraphql = incoming.url === '/graphql';
    response.statusCode = answer.status;
    response.setHeader('content-type', answer.headers.get('content-type') ?? '');
    const bytes = Buffer.from(await answer.arrayBuffer());
    response.end(isGraphql ? twist(bytes, liar.lies) : (liar.lies.file?.(bytes) ?? bytes));
  });
  // It lies about answers alone: whoever subscribes is hung up on.
  server.on('upgrade', (_, socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return Object.assign(liar, { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: close });
}

async function forward(honestUrl: string, incoming: IncomingMessage, sent: Buffer): Promise<Response> {
  const {
    host: _,
    connection: __,
    'transfer-encoding': ___,
    'content-length': ____,
    ...rest
  } = incoming.headers;
  const headers = Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]);
  const method = incoming.method ?? 'GET';
  const body = method === 'POST' ? { body: new Uint8Array(sent) } : {};
  return fetch(new URL(incoming.url ?? '/', honestUrl), { method, headers, ...body });
}

function twist(bytes: Buffer, { answer }: Lies): string {
  const parsed = JSON.parse(bytes.toString('utf8'));
  if (parsed.data && answer) answer(parsed.data);
  return JSON.stringify(parsed);
}
