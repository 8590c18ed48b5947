/** The flags of `cairn-donor run` as commander hands them over. */
export interface RunFlags {
  readonly server?: string;
  readonly program?: string;
  readonly organization?: string;
  readonly count?: string;
  readonly mode?: string;
  readonly cpus?: string;
  readonly maxMemory?: string;
  readonly maxSteps?: string;
  readonly dataDir?: string;
  readonly wait?: boolean;
  readonly forgetFailures?: boolean;
  readonly json?: boolean;
}
