import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { TestServer } from './test-server.js';

/** One connection for subscriptions, as a client of the API has it. */
export class Subscriber implements AsyncDisposable {
  readonly client: Client;

  constructor(server: TestServer, token?: string) {
    this.client = createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...(token !== undefined && { connectionParams: { authorization: `Bearer ${token}` } }),
    });
  }

  /** Follows the one field of a subscription. */
  follow<T>(query: string, variables: Record<string, unknown> = {}): Following<T> {
    return new Following<T>(this.client.iterate({ query, variables }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.dispose();
  }
}

/** What a subscription tells, one after the other. */
export class Following<T> {
  constructor(private readonly results: ReturnType<Client['iterate']>) {}

  /** What is told next; undefined once it has ended. */
  async next(): Promise<T | undefined> {
    const { value, done } = await this.results.next();
    if (done === true) return undefined;
    if (value.errors !== undefined)
      throw Object.assign(new Error(), value.errors[0], value.errors[0]?.extensions);
    return Object.values(value.data ?? {})[0] as T;
  }

  async end(): Promise<void> {
    await this.results.return?.();
  }
}
