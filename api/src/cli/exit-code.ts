/** How `cairn-api` ends. */
export const ExitCode = {
  ok: 0,
  /** `check-config` found something that would keep the server from working. */
  checkFailed: 1,
  /** Bad usage, a setting that cannot be used, or a state that does not allow it: the operator can act. */
  refused: 2,
  /** A defect. */
  defect: 4,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
