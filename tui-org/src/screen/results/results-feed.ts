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

/** The confirmed results of one program, put together when they are looked at. */
export class ResultsFeed {
  readonly results = new ValueStore<Loaded<SeenResults>>(LOADING);
  /** How many were confirmed when they were read: more are a reason to read them again. */
  #confirmed = -1;
  #reading: Promise<void> | undefined;

  constructor(private readonly place: Workplace) {}

  /** Reads them if there may be others than before. */
  renew(program: OwnProgram): void {
    if (program.groupCounts.confirmed !== this.#confirmed) void this.refresh(program);
  }

  refresh(program: OwnProgram): Promise<void> {
    this.#reading ??= this.#read(program).finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(program: OwnProgram): Promise<void> {
    this.#confirmed = program.groupCounts.confirmed;
    await loadInto(this.results, () => this.#collect(program), this.place.signal);
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
