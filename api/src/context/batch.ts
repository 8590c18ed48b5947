/** Looks up the values of many keys; a key without a value is left out. */
export type LookUpMany<Value> = (keys: string[]) => Promise<ReadonlyMap<string, Value>>;

interface Waiting<Value> {
  resolve(value: Value | undefined): void;
  reject(error: unknown): void;
}

/** Collects the keys that are asked for in one turn of the event loop, and looks them all up at once. */
export class Batch<Value> {
  #waiting = new Map<string, Waiting<Value>[]>();

  constructor(private readonly lookUp: LookUpMany<Value>) {}

  /** The value of a key, undefined when it has none. */
  load(key: string): Promise<Value | undefined> {
    if (this.#waiting.size === 0) setImmediate(() => void this.#settle());
    return new Promise((resolve, reject) => {
      const others = this.#waiting.get(key) ?? [];
      this.#waiting.set(key, [...others, { resolve, reject }]);
    });
  }

  async #settle(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = new Map();
    try {
      const values = await this.lookUp([...waiting.keys()]);
      for (const [key, asked] of waiting) for (const { resolve } of asked) resolve(values.get(key));
    } catch (error) {
      for (const asked of waiting.values()) for (const { reject } of asked) reject(error);
    }
  }
}
