import type { RawData, WebSocket } from 'ws';
import type { Log } from '../../context/log.js';
import { Turns } from './turns.js';

/** On one connection: each one reads the database again now and then. */
export const SUBSCRIPTIONS_AT_ONCE = 32;

/** What a peer may leave unread before it is hung up on: it could ask for more than it takes for ever. */
const MOST_UNREAD_BYTES = 1024 * 1024;

/** One subscriber's WebSocket, and what it has running. */
export class Connection {
  #busy = 0;
  readonly #streams = new Set<AsyncIterator<unknown>>();
  readonly #turns = new Turns();

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

  /**
   * A subscription's answers, one for each of its events. On one connection an answer is made when the one before has
   * left: a peer that reads slowly makes the others wait, and keeps one answer in memory. The events are remembered until
   * they end: of two subscriptions with one id graphql-ws itself forgets the first.
   */
  answers<T>(
    events: AsyncIterable<unknown>,
    answer: (event: unknown) => T | Promise<T>,
  ): AsyncGenerator<T, undefined> {
    const source = events[Symbol.asyncIterator]();
    this.#streams.add(source);
    let endTurn = () => {};
    const end = async (): Promise<{ done: true; value: undefined }> => {
      this.#streams.delete(source);
      endTurn();
      await source.return?.();
      return { done: true, value: undefined };
    };
    const next = async () => {
      endTurn();
      const { done, value } = await source.next();
      if (done === true) return end();
      endTurn = await this.#turns.take();
      if (!this.#streams.has(source) || !this.isReading()) return end();
      return { done: false as const, value: await answer(value) };
    };
    return {
      next: () =>
        next().catch(async (error: unknown) => {
          await end();
          throw error;
        }),
      return: end,
      throw: (error: unknown) => Promise.reject(error),
      [Symbol.asyncIterator]() {
        return this;
      },
      [Symbol.asyncDispose]: async () => void (await end()),
    };
  }

  /** Ends whatever still runs, once the socket is closed. */
  async end(): Promise<void> {
    const open = [...this.#streams];
    this.#streams.clear();
    await Promise.all(open.map((source) => source.return?.()));
  }
}
