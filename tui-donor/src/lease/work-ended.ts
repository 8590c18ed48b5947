import type { Standing } from '../work/standing.js';

/** The reason of a signal: the work is to end because of what happened at the server. */
export class WorkEnded extends Error {
  override readonly name = 'WorkEnded';

  constructor(readonly standing: Extract<Standing, 'settled' | 'gone'>) {
    super(standing === 'settled' ? 'another proof was accepted' : 'the input group is gone');
  }
}
