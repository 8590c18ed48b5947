import { writeSync } from 'node:fs';

const PASTE_OFF = '\u001B[?2004l';
const LEAVE_ALTERNATE = '\u001B[?1049l';
const SHOW_CURSOR = '\u001B[?25h';
const PLAIN = '\u001B[0m';

/** The terminal of this process, as far as it has to be put back. */
export interface RestorableTerminal {
  readonly stdin: { setRawMode?(raw: boolean): unknown };
  readonly stdout: { readonly isTTY?: boolean; readonly fd?: number };
}

/** Gives the terminal back as it was. At once and not through a stream: the process may be at its very end. */
export function restoreTerminal({ stdin, stdout }: RestorableTerminal): void {
  try {
    stdin.setRawMode?.(false);
    if (stdout.isTTY === true) writeSync(stdout.fd ?? 1, PLAIN + PASTE_OFF + LEAVE_ALTERNATE + SHOW_CURSOR);
  } catch {
    // The terminal is gone, and with it what there was to put back.
  }
}
