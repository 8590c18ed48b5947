import type { Log } from '../context/log.js';
import { RedisConnection } from '../redis/redis-connection.js';
import { MemoryRateStore } from './memory-rate-store.js';
import { pace, type RateLimit, type RateStore } from './rate-store.js';

const PREFIX = 'cairn:rate:';

/** No request waits longer than that for a count. */
const ANSWER_MS = 500;

/** One more, by Redis's own clock, in microseconds. Answers the milliseconds to wait, or 0. */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local step, room = tonumber(ARGV[1]), tonumber(ARGV[2])
local kept = redis.call('GET', KEYS[1])
local ends = math.max(kept and tonumber(kept) or now, now) + step
if ends - now > room then return math.ceil((ends - now - room) / 1000) end
redis.call('SET', KEYS[1], string.format('%.0f', ends), 'PX', math.ceil((ends - now) / 1000))
return 0`;

const GIVE_BACK = `
local kept = redis.call('GET', KEYS[1])
if kept then redis.call('SET', KEYS[1], string.format('%.0f', kept - ARGV[1]), 'KEEPTTL') end
return 0`;

/**
 * Counts for all replicas together. While Redis does not answer, each replica counts for itself: nobody is turned away
 * for that, and nobody gets more than one replica's share from each.
 */
export class RedisRateStore implements RateStore {
  readonly #own = new MemoryRateStore();

  private constructor(private readonly redis: RedisConnection) {}

  /** Connects in the background; a Redis that is away is tried again and again. */
  static open(url: string, log: Log): RedisRateStore {
    const away = 'Redis is away: each process limits rates for itself';
    const back = 'Redis is back: rates are limited for all processes together';
    return new RedisRateStore(RedisConnection.open({ url, log, away, back }));
  }

  /** Resolves when Redis has answered for the first time, or has failed to. */
  ready(): Promise<void> {
    return this.redis.tried();
  }

  take(key: string, limit: RateLimit): Promise<number> {
    const { step, room } = pace(limit);
    return this.#or(
      async () => Number(await this.#run(TAKE, key, [step, room])),
      () => this.#own.take(key, limit),
    );
  }

  async giveBack(key: string, limit: RateLimit): Promise<void> {
    const { step } = pace(limit);
    await this.#or(
      () => this.#run(GIVE_BACK, key, [step]),
      () => this.#own.giveBack(key, limit),
    );
  }

  async forget(key: string): Promise<void> {
    await this.#or(
      () => this.redis.client.del(PREFIX + key),
      () => this.#own.forget(key),
    );
  }

  async close(): Promise<void> {
    this.redis.close();
  }

  #run(script: string, key: string, values: readonly number[]): Promise<unknown> {
    return this.redis.client.eval(script, { keys: [PREFIX + key], arguments: values.map(String) });
  }

  async #or<T, U>(shared: () => Promise<T>, own: () => Promise<U>): Promise<T | U> {
    if (!this.redis.client.isReady) return own();
    try {
      return await within(ANSWER_MS, shared());
    } catch (error) {
      this.redis.away(error);
      return own();
    }
  }
}

/** Rejects when the answer does not come in time; what comes later is dropped. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`Redis did not answer within ${ms} ms.`)), ms);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
