import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** Much shorter than until a server looks again by itself. */
const NEWS_MS = 10_000;

/** What is followed. */
export interface Followed<T> {
  readonly query: string;
  /** Asked for at each connection, so that a subscriber can go on where it was. */
  readonly variables: (seen: readonly T[]) => Record<string, unknown>;
  readonly token?: string;
}

/** Follows the one field of a subscription at one replica after the other: when one is lost, at the next. */
export class Follower<T> implements AsyncDisposable {
  readonly seen: T[] = [];
  /** Resolves when the server says that there is nothing more to come. */
  readonly ended: Promise<void>;
  connections = 0;
  #client: Client | undefined;
  #left = false;

  constructor(
    private readonly urls: readonly string[],
    first: number,
    private readonly followed: Followed<T>,
  ) {
    this.ended = this.#follow(first);
    // Whoever waits hears of a failure by `until`.
    this.ended.catch(() => undefined);
  }

  /** Waits until what was told last is as wanted. */
  async until(wanted: (last: T | undefined, seen: readonly T[]) => boolean): Promise<void> {
    const latest = Date.now() + NEWS_MS;
    let failure: unknown;
    this.ended.catch((error: unknown) => {
      failure = error;
    });
    while (!wanted(this.seen.at(-1), this.seen)) {
      if (failure !== undefined) throw failure;
      if (Date.now() > latest) throw new Error(`Not told in time; so far: ${JSON.stringify(this.seen)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Waits until it has reached so many replicas, one after the other. */
  async untilConnected(times: number): Promise<void> {
    await this.until(() => this.connections === times);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#left = true;
    await this.#client?.dispose();
  }

  async #follow(first: number): Promise<void> {
    for (let at = first; !this.#left; at = (at + 1) % this.urls.length) {
      const client = this.#connect(this.urls[at] ?? '');
      this.#client = client;
      const { query } = this.followed;
      try {
        for await (const answer of client.iterate({ query, variables: this.followed.variables(this.seen) })) {
          if (answer.errors !== undefined) throw new Refusal(JSON.stringify(answer.errors));
          this.seen.push(Object.values(answer.data ?? {})[0] as T);
        }
        return;
      } catch (error) {
        // Everything else is a connection that was lost, or not to be had.
        if (error instanceof Refusal) throw error;
      } finally {
        await client.dispose();
      }
    }
  }

  #connect(url: string): Client {
    const { token } = this.followed;
    return createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...(token !== undefined && { connectionParams: { authorization: `Bearer ${token}` } }),
      on: {
        connected: () => {
          this.connections += 1;
        },
      },
    });
  }
}

/** A server answered with errors. */
class Refusal extends Error {}
