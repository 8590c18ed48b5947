/** What is asked of the two ends of a terminal. */
export interface TerminalEnds {
  readonly stdin: { readonly isTTY?: boolean };
  readonly stdout: { readonly isTTY?: boolean };
  readonly env: NodeJS.ProcessEnv;
}

/** Whether a full screen can be shown: somebody sits at both ends, and the terminal can do more than print. */
export function canShowScreen({ stdin, stdout, env }: TerminalEnds): boolean {
  return stdin.isTTY === true && stdout.isTTY === true && env.TERM !== 'dumb';
}
