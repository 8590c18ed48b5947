import { createClient, type RedisClientType } from '@redis/client';
import type { Log } from '../context/log.js';

export interface RedisOptions {
  readonly url: string;
  readonly log: Log;
  /** What it means that Redis does not answer. */
  readonly away: string;
  /** What it means that it answers again. */
  readonly back: string;
}

/** A connection to Redis that mends itself, and says once that it was lost and once that it is back. */
export class RedisConnection {
  readonly client: RedisClientType;
  readonly #tried = Promise.withResolvers<void>();
  #isAway = false;

  private constructor(private readonly options: RedisOptions) {
    this.client = createClient({
      url: options.url,
      disableOfflineQueue: true,
      socket: { connectTimeout: 2000, reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, 5000) },
    });
    // Without a listener an error would end the process.
    this.client.on('error', (err) => this.away(err));
    this.client.on('ready', () => this.#back());
  }

  /** Connects in the background; a Redis that is away is tried again and again. */
  static open(options: RedisOptions): RedisConnection {
    const connection = new RedisConnection(options);
    connection.client.connect().catch((err: unknown) => connection.away(err));
    return connection;
  }

  /** Resolves when Redis has answered for the first time, or has failed to. */
  tried(): Promise<void> {
    return this.#tried.promise;
  }

  /** Said once, not at every request. */
  away(err: unknown): void {
    if (!this.#isAway) this.options.log.error({ err }, this.options.away);
    this.#isAway = true;
    this.#tried.resolve();
  }

  close(): void {
    this.client.destroy();
  }

  #back(): void {
    if (this.#isAway) this.options.log.info({}, this.options.back);
    this.#isAway = false;
    this.#tried.resolve();
  }
}
