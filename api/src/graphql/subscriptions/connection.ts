import type { RawData, WebSocket } from 'ws';
import type { Log } from '../../context/log.js';

/** On one connection: each one reads the database again now and then. */
export const SUBSCRIPTIONS_AT_ONCE = 32;

/** What a peer may leave unread before it is hung up on: it could ask for more than it takes for ever. */
const MOST_UNREAD_BYTES = 1024 * 1024;

/** One subscriber's WebSocket, and what it has running. */
export class Connection {
  #busy = 0;
  readonly #streams = new Set<AsyncIterator<unknown>>();

  constructor(
    readonly address: string,
    private readonly ws: WebSocket,
    private readonly log: Log,
  ) {}

  /** Whether more is asked for at once than one connection may. */
  get isOverfull(): boolean {
    return this.#busy > SUBSCRIPTIONS_AT_ONCE;
  }

  /** Handles a message; of a subscription this takes as long as the subscription lives. */
  async handle(data: RawData, handler: (text: string) => Promise<void>): Promise<void> {
    if (!this.isReading()) return;
    this.#busy += 1;
    try {
      await handler(String(data));
    } finally {
      this.#busy -= 1;
    }
  }

  /** Whether the peer takes what it is sent; hangs up on one that does not. */
  isReading(): boolean {
    if (this.ws.bufferedAmount <= MOST_UNREAD_BYTES) return true;
    if (this.ws.readyState === this.ws.OPEN) this.log.info({}, 'a subscriber reads nothing');
    this.ws.terminate();
    return false;
  }

  /** Remembers a subscription's stream until it ends: of two with one id graphql-ws itself forgets the first. */
  keep<T>(stream: AsyncIterable<T>): AsyncGenerator<T> {
    const source = stream[Symbol.asyncIterator]();
    this.#streams.add(source);
    const gone = () => void this.#streams.delete(source);
    return {
      next: async () => {
        const result = await source.next().catch((error: unknown) => {
          gone();
          throw error;
        });
        if (result.done === true) gone();
        return result;
      },
      return: async () => {
        gone();
        return (await source.return?.()) ?? { done: true, value: undefined };
      },
      throw: (error: unknown) => Promise.reject(error),
      [Symbol.asyncIterator]() {
        return this;
      },
      [Symbol.asyncDispose]: async () => void (await source.return?.()),
    };
  }

  /** Ends whatever still runs, once the socket is closed. */
  async end(): Promise<void> {
    await Promise.all([...this.#streams].map((source) => source.return?.()));
  }
}
