import { randomUUID } from 'node:crypto';
import type { Log } from '../context/log.js';
import { RedisConnection } from '../redis/redis-connection.js';
import { type Events, type Followed, topicOf } from './events.js';
import { LocalEvents } from './local-events.js';

const CHANNEL = 'cairn:events';

/** Said after news may have been lost. */
const EVERYTHING = '*';

/**
 * Events among all processes that share a Redis. Redis forgets what nobody hears: whoever was cut off reads everything
 * again, and lets the others do so, for it may have had something to tell. Subscribers of the same process hear of a
 * change whether or not Redis is there.
 */
export class RedisEvents implements Events {
  /** Names this process, which needs no telling of its own news. */
  readonly #self = randomUUID();
  readonly #teller: RedisConnection;
  readonly #listener: RedisConnection;

  constructor(
    url: string,
    log: Log,
    private readonly local: LocalEvents = new LocalEvents(),
  ) {
    const away = 'Redis is away: what other processes change is told late';
    const back = 'Redis is back: what other processes change is told at once';
    this.#teller = RedisConnection.open({ url, log, away, back });
    this.#listener = RedisConnection.open({ url, log, away, back });
    this.#teller.client.on('ready', () => this.#tell(EVERYTHING));
    this.#listener.client.on('ready', () => this.#listen());
  }

  changed(what: Followed, id: string): void {
    this.local.changed(what, id);
    this.#tell(topicOf(what, id));
  }

  watch(what: Followed, id: string): AsyncIterableIterator<undefined> {
    return this.local.watch(what, id);
  }

  async close(): Promise<void> {
    this.#teller.close();
    this.#listener.close();
  }

  #tell(topic: string): void {
    // Everything is told once it is back.
    if (!this.#teller.client.isReady) return;
    this.#teller.client.publish(CHANNEL, `${this.#self} ${topic}`).catch((err) => this.#teller.away(err));
  }

  /** Once more after each reconnection: an earlier try may have been cut off. One listener is kept once. */
  #listen(): void {
    this.#listener.client
      .subscribe(CHANNEL, this.#heard)
      .then(() => this.local.everythingChanged())
      .catch((err) => this.#listener.away(err));
  }

  readonly #heard = (message: string): void => {
    const [teller, topic] = message.split(' ', 2);
    if (teller === this.#self || topic === undefined) return;
    if (topic === EVERYTHING) this.local.everythingChanged();
    else this.local.topicChanged(topic);
  };
}
