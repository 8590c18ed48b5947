/**
 * What the exit code of either client means. The table for people stands in this package's README.
 * 0 to 4 agree with `cairn-prover`; 69 is sysexits' EX_UNAVAILABLE; 129, 130 and 143 are the shell's for signals.
 */
export const ExitCode = {
  ok: 0,
  /** What was asked about is not so: a proof is invalid, a decision was refused. */
  notSo: 1,
  /** Bad usage or input, or the server refused the request. */
  usage: 2,
  /** A limit was reached, or there is nothing to do. */
  limit: 3,
  /** A defect, here or in the server. */
  internal: 4,
  /** The server cannot be reached, or is too busy. */
  unavailable: 69,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
