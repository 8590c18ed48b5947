import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { text } from 'node:stream/consumers';
import { makeCertificate } from '../../test/make-certificate.js';

/** A request that came. */
export interface Received {
  readonly path: string;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** What it does with a request after it was read. */
export type Answer = (response: ServerResponse, received: Received) => void;

/** A server that somebody runs to be told by webhooks. */
export class Receiver implements AsyncDisposable {
  readonly received: Received[] = [];
  answer: Answer = (response) => void response.writeHead(204).end();

  private constructor(
    private readonly server: Server,
    readonly url: string,
    /** Its certificate in PEM; empty over http. */
    readonly ca: string,
  ) {}

  /** With a certificate for localhost and 127.0.0.1 that was made just now. */
  static async https(): Promise<Receiver> {
    const certificate = await makeCertificate();
    return Receiver.#listen(createHttpsServer(certificate), 'https', certificate.cert);
  }

  static http(): Promise<Receiver> {
    return Receiver.#listen(createHttpServer(), 'http', '');
  }

  static async #listen(server: Server, scheme: string, ca: string): Promise<Receiver> {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The receiver has no port.');
    const receiver = new Receiver(server, `${scheme}://127.0.0.1:${address.port}`, ca);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      text(request).then(
        (body) => {
          const received = { path: request.url ?? '', headers: request.headers, body };
          receiver.received.push(received);
          receiver.answer(response, received);
        },
        () => {},
      );
    });
    return receiver;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
