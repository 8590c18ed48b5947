import { setImmediate } from 'node:timers/promises';
import { BoundedQueue } from './bounded-queue.js';

/** Something that waits to be served, and who is told what came of it. */
export interface Waiting<Item, Outcome> {
  readonly item: Item;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/** Decides who is served next. */
export interface Line<Entry> {
  readonly isEmpty: boolean;
  add(entry: Entry): void;
  /** Takes out those that are served together next; none only when none waits. */
  takeBatch(): Entry[];
}

/** How items are served: each way has a transaction of its own. */
export interface Serving<Item, Outcome> {
  /** What the items are, for messages: "claims". */
  readonly what: string;
  /** Several at once; undefined for one in whose way the others, or somebody else, stand. */
  together(items: Item[]): Promise<readonly (Outcome | undefined)[]>;
  /** One that was left undecided, or whose batch failed; undefined when it must wait for somebody else. */
  alone(item: Item): Promise<Outcome | undefined>;
  /** One that waits for whoever stands in its way. */
  patiently?(item: Item): Promise<Outcome>;
}

/** So many batches are under way at most: while one waits for the disk another one is prepared. */
const UNDER_WAY = 2;
/** So many are served alone at once, and wait for others at once: each has a connection to the database meanwhile. */
const ALONE = 4;
const PATIENT = 2;
/** So many may wait for their turn to be served alone; one more is refused rather than kept. */
const MOST_WAITING = 500;

/** Serves items that wait at the same moment together: while some are under way the next ones gather. */
export class SharedWork<Item, Outcome> {
  readonly #alone: BoundedQueue;
  readonly #patient: BoundedQueue;
  #underWay = 0;

  constructor(
    private readonly line: Line<Waiting<Item, Outcome>>,
    private readonly serving: Serving<Item, Outcome>,
  ) {
    this.#alone = new BoundedQueue(ALONE, MOST_WAITING, serving.what);
    this.#patient = new BoundedQueue(PATIENT, MOST_WAITING, serving.what);
  }

  /** What comes of an item, once it is committed. */
  serve(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.line.add({ item, resolve, reject });
      if (this.#underWay < UNDER_WAY) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#underWay += 1;
    // Whoever asks in this turn of the event loop comes along.
    await setImmediate();
    while (!this.line.isEmpty) await this.#serveTogether(this.line.takeBatch());
    this.#underWay -= 1;
  }

  async #serveTogether(batch: Waiting<Item, Outcome>[]): Promise<void> {
    const outcomes = await this.#outcomes(batch);
    for (const [position, waiting] of batch.entries()) {
      const outcome = outcomes[position];
      if (outcome === undefined) void this.#serveAlone(waiting);
      else waiting.resolve(outcome);
    }
  }

  /** None when the transaction failed: one item may be why, and the others have nothing to do with it. */
  async #outcomes(batch: Waiting<Item, Outcome>[]): Promise<readonly (Outcome | undefined)[]> {
    try {
      return await this.serving.together(batch.map(({ item }) => item));
    } catch {
      return [];
    }
  }

  async #serveAlone({ item, resolve, reject }: Waiting<Item, Outcome>): Promise<void> {
    try {
      const outcome = await this.#alone.run(() => this.serving.alone(item));
      resolve(outcome ?? (await this.#patient.run(() => this.#patiently(item))));
    } catch (error) {
      reject(error);
    }
  }

  async #patiently(item: Item): Promise<Outcome> {
    const outcome = await this.serving.patiently?.(item);
    if (outcome === undefined) throw new Error(`One of the ${this.serving.what} was left undecided.`);
    return outcome;
  }
}
