import { LOADING, type Loaded, loadInto, ValueStore } from '@cairn/tui-kit/screen';
import type { Workplace } from '../../cli/workplace.js';
import type { OwnProgram } from '../../programs/find-program.js';
import { collectResults } from '../../results/collect-results.js';
import type { ResultSet } from '../../results/result-set.js';
import { quietPlace } from '../desk/quiet-place.js';
import { problemOf } from '../problem-of.js';

/** The results of a program, and what was remarked while they were put together. */
export interface SeenResults {
  readonly set: ResultSet;
  /** Warnings among them, such as of a server that shows a proof wrongly. */
  readonly remarks: readonly string[];
}

/** The least time before they are read again unasked, in milliseconds. */
const BETWEEN_MS = 1000;
/** What takes long to read is read less often: it rests so many times as long as it took. */
const REST = 5;

/** The confirmed results of one program, put together when they are looked at, and again when there are others. */
export class ResultsFeed {
  readonly results = new ValueStore<Loaded<SeenResults>>(LOADING);
  /** How many were confirmed when their reading began last; undefined where it failed. */
  #confirmed: number | undefined;
  /** Before this moment they are not read again unasked. */
  #restUntil = 0;
  #reading: Promise<void> | undefined;
  /** The program as it was when they were asked for last, as long as they were not read since. */
  #wanted: OwnProgram | undefined;

  constructor(private readonly place: Workplace) {}

  /** Reads them if there may be others than before, or there are none yet. To be called as often as one looks. */
  renew(program: OwnProgram): void {
    if (program.groupCounts.confirmed === this.#confirmed || this.#reading !== undefined) return;
    if (performance.now() >= this.#restUntil) void this.refresh(program);
  }

  /** @returns when those that there were when it was called have been read */
  refresh(program: OwnProgram): Promise<void> {
    this.#wanted = program;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    const { signal } = this.place;
    while (this.#wanted !== undefined && !signal.aborted) {
      const program = this.#wanted;
      this.#wanted = undefined;
      this.#confirmed = program.groupCounts.confirmed;
      const begun = performance.now();
      await loadInto(this.results, () => this.#collect(program), signal);
      const isRead = this.results.get().state === 'ready';
      if (!isRead) this.#confirmed = undefined;
      const taken = isRead ? performance.now() - begun : 0;
      this.#restUntil = performance.now() + Math.max(BETWEEN_MS, REST * taken);
    }
  }

  async #collect(program: OwnProgram): Promise<SeenResults> {
    const remarks: string[] = [];
    const { signal } = this.place;
    try {
      const place = quietPlace(this.place, { signal, onRemark: (text) => remarks.push(text) });
      return { set: await collectResults(place, program), remarks };
    } catch (error) {
      throw new Error(problemOf(error), { cause: error });
    }
  }
}
