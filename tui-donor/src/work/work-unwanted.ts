import type { Unwanted } from './unwanted-work.js';

/** The reason of a signal: the work is to end because the donor does not want to do it any more. */
export class WorkUnwanted extends Error {
  override readonly name = 'WorkUnwanted';

  constructor(readonly problem: Unwanted) {
    super(problem.why);
  }
}
