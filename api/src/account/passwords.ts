import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { BoundedQueue } from '../concurrency/bounded-queue.js';

/** OWASP's setting for argon2id (number 2 of the package's algorithms): 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** Hashes and checks passwords, a few at a time: the work is meant to be heavy. */
export class Passwords {
  readonly #queue = new BoundedQueue(2, 100, 'log-ins');

  /** Of a password nobody has: what is checked when there is no such user. */
  private constructor(private readonly nobodysHash: string) {}

  static async create(): Promise<Passwords> {
    return new Passwords(await hash(randomBytes(32), ARGON2ID));
  }

  hash(password: string): Promise<string> {
    return this.#queue.run(() => hash(password, ARGON2ID));
  }

  /** Whether the password fits; takes as long without a user as with one. */
  async check(passwordHash: string | undefined, password: string): Promise<boolean> {
    const fits = await this.#queue.run(() => verify(passwordHash ?? this.nobodysHash, password));
    return fits && passwordHash !== undefined;
  }
}
