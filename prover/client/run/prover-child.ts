/** A running prover, as `onSpawn` hands it out. After the work has ended every method does nothing and says false. */
export interface ProverChild {
  /** Process id; also the id of the process group that it leads. */
  readonly pid: number;
  /** Stops it where it is (SIGSTOP to its whole group). Its time limit stands still meanwhile. */
  stop(): boolean;
  /** Lets it go on (SIGCONT). */
  continue(): boolean;
}
