import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

/** What arrived at the stub. */
export interface StubRequest {
  readonly authorization: string | undefined;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** GraphQL's `data`, or the code of an error. */
export type StubAnswer = { readonly data: unknown } | { readonly code: string };

/** A server that answers GraphQL as told, for what a real one only does after minutes or days. */
export async function stubServer(
  answer: (request: StubRequest) => StubAnswer | Promise<StubAnswer>,
): Promise<{ url: string; requests: StubRequest[] } & AsyncDisposable> {
  const requests: StubRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = await read(incoming);
    requests.push(request);
    const said = await answer(request);
    const error = { message: 'refused', extensions: { code: 'code' in said ? said.code : '' } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify('code' in said ? { errors: [error], data: null } : said));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}`, requests, [Symbol.asyncDispose]: close };
}

async function read(incoming: IncomingMessage): Promise<StubRequest> {
  let text = '';
  for await (const chunk of incoming) text += chunk;
  const { query = '', variables = {} } = JSON.parse(text);
  return { authorization: incoming.headers.authorization, query, variables };
}
