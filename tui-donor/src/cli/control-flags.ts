/** The flags of the commands that speak to a running donor. */
export interface ControlFlags {
  readonly dataDir?: string;
  readonly json?: boolean;
  readonly follow?: boolean;
}
