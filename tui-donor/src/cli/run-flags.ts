/** The flags of `cairn-donor run` as commander hands them over; those of settings are read by their names. */
export interface RunFlags {
  readonly program?: string;
  readonly organization?: string;
  readonly count?: string;
  readonly mode?: string;
  readonly maxSteps?: string;
  readonly dataDir?: string;
  readonly wait?: boolean;
  readonly forgetFailures?: boolean;
  readonly json?: boolean;
}
