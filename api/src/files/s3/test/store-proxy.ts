import { once } from 'node:events';
import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** What becomes of a request instead of reaching the store and its answer coming back. */
export type Fault =
  /** The connection is closed without an answer. */
  | 'reset'
  /** The store answers that it has a trouble of its own. */
  | 'error'
  /** The store does not know what it is asked for. */
  | 'unimplemented'
  /** The store answers that it was busy, about one of the objects of a list. */
  | 'undeleted'
  /** The store says that the key does not allow this. */
  | 'denied'
  /** Nothing comes, for ever. */
  | 'silence'
  /** The answer breaks off after its first bytes. */
  | 'cut'
  /** A byte of what is sent changes on its way. */
  | 'flip';

const AGE_MS = 2 * 60 * 60 * 1000;

/** Stands before a real store, and shows it to the server under test as stores are on bad days. */
export class StoreProxy implements AsyncDisposable {
  /** Decides about each request before it goes on; may keep it waiting. */
  onRequest: (method: string, path: string) => Fault | undefined | Promise<Fault | undefined> = () =>
    undefined;
  /** Keys of objects that are two hours older than they are. */
  readonly aged = new Set<string>();
  readonly #server: Server;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(private readonly target: URL) {
    this.#server = createServer((incoming, answer) => void this.#handle(incoming, answer));
  }

  static async start(target: string): Promise<StoreProxy> {
    const proxy = new StoreProxy(new URL(target));
    await once(proxy.#server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    if (this.#server.listening) await once(this.#server.close(), 'close');
  }

  async #handle(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method = '', url = '' } = incoming;
    const fault = await this.onRequest(method, url);
    if (fault === 'silence') return;
    if (fault === 'reset') return void incoming.socket.destroy();
    if (fault === 'error') return refuse(incoming, answer, 500, 'InternalError');
    if (fault === 'unimplemented') return refuse(incoming, answer, 501, 'NotImplemented');
    if (fault === 'undeleted') return keepOne(incoming, answer);
    if (fault === 'denied') return refuse(incoming, answer, 403, 'AccessDenied');
    const { hostname, port } = this.target;
    const onward = request({
      hostname,
      port,
      method,
      path: url,
      headers: incoming.headers,
      agent: this.#agent,
    });
    onward.on('error', () => incoming.socket.destroy());
    answer.on('close', () => answer.writableFinished || onward.destroy());
    onward.on('response', (response) => void this.#answer(response, answer, fault, url));
    if (fault === 'flip') incoming.pipe(flipFirstByte()).pipe(onward);
    else incoming.pipe(onward);
  }

  async #answer(
    response: IncomingMessage,
    answer: ServerResponse,
    fault: Fault | undefined,
    url: string,
  ): Promise<void> {
    const headers = { ...response.headers };
    if (url.includes('list-type=2')) {
      const body = this.#ageListing((await buffer(response)).toString());
      answer
        .writeHead(response.statusCode ?? 0, { ...headers, 'content-length': Buffer.byteLength(body) })
        .end(body);
      return;
    }
    answer.writeHead(response.statusCode ?? 0, headers);
    if (fault === 'cut') {
      response.once('data', (piece: Buffer) => answer.write(piece.subarray(0, 10), () => answer.destroy()));
      return;
    }
    response.on('error', () => answer.destroy());
    response.pipe(answer);
  }

  #ageListing(xml: string): string {
    return xml.replace(/<Contents>.*?<\/Contents>/gsu, (object) => {
      if (!this.aged.has(/<Key>([^<]*)<\/Key>/u.exec(object)?.[1] ?? '')) return object;
      return object.replace(/<LastModified>([^<]*)</u, (_, time: string) => {
        return `<LastModified>${new Date(Date.parse(time) - AGE_MS).toISOString()}<`;
      });
    });
  }
}

function refuse(incoming: IncomingMessage, answer: ServerResponse, status: number, code: string): void {
  incoming.resume();
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>no</Message></Error>`;
  answer.writeHead(status, { 'content-type': 'application/xml' }).end(body);
}

function keepOne(incoming: IncomingMessage, answer: ServerResponse): void {
  incoming.resume();
  const error = '<Error><Key>one</Key><Code>SlowDown</Code><Message>later</Message></Error>';
  const body = `<?xml version="1.0" encoding="UTF-8"?><DeleteResult>${error}</DeleteResult>`;
  answer.writeHead(200, { 'content-type': 'application/xml' }).end(body);
}

function flipFirstByte(): Transform {
  let first = true;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      if (first && piece.length > 0) piece.writeUInt8(piece.readUInt8(0) ^ 1, 0);
      first = false;
      done(null, piece);
    },
  });
}
