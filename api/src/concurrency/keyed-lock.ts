/** What came for one key so far. */
interface Line {
  /** When the last task that has the key alone ends. */
  readonly alone: Promise<unknown>;
  /** When all tasks end. */
  readonly all: Promise<unknown>;
}

const NOBODY: Line = { alone: Promise.resolve(), all: Promise.resolve() };

/**
 * For each key: any number of tasks that share it, or one that has it alone, in the order in which they came. Tasks of
 * different keys do not wait for each other.
 */
export class KeyedLock {
  readonly #lines = new Map<string, Line>();
  readonly #users = new Map<string, number>();

  /** Runs the task when nobody who came before has the key alone. */
  share<T>(key: string, task: () => Promise<T>): Promise<T> {
    const { alone, all } = this.#lines.get(key) ?? NOBODY;
    return this.#run(key, task, alone, (done) => ({ alone, all: Promise.all([all, done]) }));
  }

  /** Runs the task when all who came before are done. */
  alone<T>(key: string, task: () => Promise<T>): Promise<T> {
    const { all } = this.#lines.get(key) ?? NOBODY;
    return this.#run(key, task, all, (done) => ({ alone: done, all: done }));
  }

  /** Shares several keys at once. They are taken in one order, so that two tasks never wait for each other. */
  shareAll<T>(keys: readonly string[], task: () => Promise<T>): Promise<T> {
    return inOrder(keys, task, (key, next) => this.share(key, next));
  }

  /** Has several keys alone, taken in the same order. */
  aloneAll<T>(keys: readonly string[], task: () => Promise<T>): Promise<T> {
    return inOrder(keys, task, (key, next) => this.alone(key, next));
  }

  /** Keys for which something runs or waits. */
  get size(): number {
    return this.#lines.size;
  }

  async #run<T>(
    key: string,
    task: () => Promise<T>,
    before: Promise<unknown>,
    lineWith: (done: Promise<void>) => Line,
  ): Promise<T> {
    const { promise: done, resolve: finish } = Promise.withResolvers<void>();
    this.#lines.set(key, lineWith(done));
    this.#users.set(key, (this.#users.get(key) ?? 0) + 1);
    await before;
    try {
      return await task();
    } finally {
      finish();
      this.#leave(key);
    }
  }

  #leave(key: string): void {
    const users = (this.#users.get(key) ?? 1) - 1;
    this.#users.set(key, users);
    if (users > 0) return;
    this.#users.delete(key);
    this.#lines.delete(key);
  }
}

function inOrder<T>(
  keys: readonly string[],
  task: () => Promise<T>,
  take: (key: string, next: () => Promise<T>) => Promise<T>,
): Promise<T> {
  const ordered = [...new Set(keys)].sort();
  return ordered.reduceRight((next, key) => () => take(key, next), task)();
}
