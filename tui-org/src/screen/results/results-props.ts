import type { OwnProgram } from '../../programs/find-program.js';
import type { ResultSet } from '../../results/result-set.js';
import type { Desk } from '../desk/desk.js';
import type { ResultsWork } from './results-work.js';

/** What every view of a program's results is given. */
export interface ResultsProps {
  readonly desk: Desk;
  readonly program: OwnProgram;
  readonly work: ResultsWork;
}

/** What those are given that are there only while there are results. */
export interface ResultSetProps extends ResultsProps {
  /** It has a row at least. */
  readonly set: ResultSet;
}
