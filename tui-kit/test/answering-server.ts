import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that answers as a test wants; closed by `await using`. */
export interface AnsweringServer extends AsyncDisposable {
  readonly url: string;
}

/** For what a real server cannot be made to do: hang, talk nonsense, break off. */
export async function answeringServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<AnsweringServer> {
  const server = createServer(async (request, response) => {
    try {
      await answer(request, response);
    } catch {
      response.destroy(); // the client broke off in the middle of its request
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
