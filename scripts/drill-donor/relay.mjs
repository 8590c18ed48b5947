import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { operationIn } from './operation-in.mjs';

/**
 * What goes between the donor and the server: one request.
 * @typedef {object} Exchange
 * @property {string} operation the name of the GraphQL operation; else the method
 * @property {Record<string, any>} variables
 * @property {string} path
 * @property {any} [answer] what the server said, where that is JSON
 * @property {number} [status]
 */

/** So much of a request is looked at for its operation. */
const HEAD_BYTES = 64 * 1024;

/** Stands between the donor and the server, sees what is asked and answered, and can stop the world at both moments. */
export class Relay {
  /** Called when a request has begun to come, before its end. @type {(exchange: Exchange) => void} */
  onAsked = () => {};
  /** Called when the server has answered and the donor does not know it yet. @type {(exchange: Exchange) => void} */
  onAnswered = () => {};
  /** Called after these, while somebody wants it. @type {((exchange: Exchange) => unknown) | undefined} */
  onAskedToo;
  /** @type {((exchange: Exchange) => unknown) | undefined} */
  onAnsweredToo;
  #server = createServer((incoming, outgoing) => this.#pass(incoming, outgoing));

  /** @param {string} target the server's address */
  constructor(target) {
    this.target = new URL(target);
    this.#server.on('upgrade', (incoming, socket, head) => this.#passSocket(incoming, socket, head));
  }

  /** @returns {Promise<string>} its own address */
  async listen() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /**
   * @param {import('node:http').IncomingMessage} incoming
   * @param {import('node:http').ServerResponse} outgoing
   */
  #pass(incoming, outgoing) {
    const { method = 'GET', url = '/', headers } = incoming;
    const path = url.split('?')[0] ?? url;
    /** @type {Exchange | undefined} */
    let exchange;
    let head = Buffer.alloc(0);
    const see = (/** @type {boolean} */ isWhole) => {
      if (exchange !== undefined) return;
      const found = method === 'POST' ? operationIn(head.toString('utf8')) : { name: method, variables: {} };
      if (found === undefined && !isWhole && head.length < HEAD_BYTES) return;
      exchange = { operation: found?.name ?? method, variables: found?.variables ?? {}, path };
      this.onAsked(exchange);
      this.onAskedToo?.(exchange);
    };
    const onward = request(new URL(url, this.target), { method, headers }, (answer) => {
      see(true);
      void this.#answer(answer, outgoing, /** @type {Exchange} */ (/** @type {unknown} */ (exchange)));
    });
    incoming.on('data', (/** @type {Buffer} */ part) => {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, part]);
      see(false);
      if (!onward.write(part)) {
        incoming.pause();
        onward.once('drain', () => incoming.resume());
      }
    });
    incoming.on('end', () => onward.end());
    // Whoever is killed in the middle of a request has sent half of it, and the server is to see that.
    incoming.on('close', () => incoming.complete || onward.destroy());
    incoming.on('error', () => onward.destroy());
    onward.on('error', () => outgoing.destroy());
    outgoing.on('error', () => onward.destroy());
    outgoing.on('close', () => outgoing.writableFinished || onward.destroy());
  }

  /**
   * @param {import('node:http').IncomingMessage} answer
   * @param {import('node:http').ServerResponse} outgoing
   * @param {Exchange} exchange
   */
  async #answer(answer, outgoing, exchange) {
    const { statusCode = 502, headers } = answer;
    const isJson = (headers['content-type'] ?? '').includes('json');
    try {
      const body = isJson ? await buffer(answer) : undefined;
      exchange.status = statusCode;
      exchange.answer = body === undefined ? undefined : JSON.parse(body.toString('utf8'));
      this.onAnswered(exchange);
      this.onAnsweredToo?.(exchange);
      outgoing.writeHead(statusCode, headers);
      if (body === undefined) answer.pipe(outgoing);
      else outgoing.end(body);
    } catch {
      outgoing.destroy();
    }
  }

  /**
   * A WebSocket goes through as it is.
   * @param {import('node:http').IncomingMessage} incoming
   * @param {import('node:stream').Duplex} socket
   * @param {Buffer} head
   */
  #passSocket({ method, url, rawHeaders }, socket, head) {
    const onward = connect(Number(this.target.port), this.target.hostname, () => {
      const lines = rawHeaders.flatMap((name, at) =>
        at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : [],
      );
      onward.write(`${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  }
}
