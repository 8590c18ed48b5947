import { once } from 'node:events';
import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * One HTTP connection that is kept, for a load generator: it spends as little time as may be, so it understands only
 * answers that say their length.
 */
export class Connection {
  /** @type {Buffer} */
  #received = Buffer.alloc(0);
  /** @type {PromiseWithResolvers<string> | undefined} */
  #asked;

  /**
   * @param {string} server
   * @returns {Promise<Connection>}
   */
  static async open(server) {
    const { hostname, port, host } = new URL(server);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    return new Connection(socket, host);
  }

  /**
   * @param {import('node:net').Socket} socket
   * @param {string} host
   */
  constructor(socket, host) {
    this.socket = socket;
    this.host = host;
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', (error) => this.#asked?.reject(error));
    socket.on('close', () => this.#asked?.reject(new Error('The server closed the connection.')));
  }

  /**
   * Sends a request to /graphql, one at a time.
   * @param {string | Buffer} body
   * @param {string} [headers] each with its end of line
   * @returns {Promise<any>} the answer
   */
  async ask(body, headers = 'content-type: application/json\r\n') {
    this.#asked = Promise.withResolvers();
    const length = Buffer.byteLength(body);
    const head = `POST /graphql HTTP/1.1\r\nhost: ${this.host}\r\n${headers}content-length: ${length}\r\n\r\n`;
    if (typeof body === 'string') this.socket.write(head + body);
    else this.socket.write(Buffer.concat([Buffer.from(head), body]));
    return JSON.parse(await this.#asked.promise);
  }

  close() {
    this.socket.destroy();
  }

  /** @param {Buffer} chunk */
  #receive(chunk) {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf(HEAD_END);
    if (end < 0) return;
    const head = this.#received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: *(\d+)/iu.exec(head)?.[1]);
    if (Number.isNaN(length)) this.#asked?.reject(new Error(`An answer without its length:\n${head}`));
    if (this.#received.length < end + 4 + length) return;
    this.#asked?.resolve(this.#received.toString('utf8', end + 4, end + 4 + length));
    this.#received = Buffer.alloc(0);
  }
}
