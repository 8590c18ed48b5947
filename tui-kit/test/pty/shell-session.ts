import { type PtyOptions, PtySession } from './pty-session.js';

/** Characters that a shell in single quotes takes as they are. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** A shell on a pseudo-terminal in which a program is started, as a person does it. */
export class ShellSession extends PtySession {
  constructor(options: PtyOptions = {}) {
    super('/bin/sh', [], { ...options, env: { ...options.env, PS1: 'ready> ', ENV: undefined } });
  }

  /** Starts a program in the shell; what it ends with is shown as `ended with N`. */
  async start(file: string, args: readonly string[]): Promise<void> {
    await this.shows('ready>');
    this.press([file, ...args].map(quoted).join(' '), "; echo 'ended with' $?", 'enter');
  }

  /**
   * Waits for the end of the program, and sees whether the shell is as it was before.
   * @throws Error that says what is not as it was
   */
  async isIntact(exitCode: number, timeoutMs = 15_000): Promise<void> {
    await this.shows(({ isAlternate }) => !isAlternate, timeoutMs);
    // What is typed before the shell asks is echoed in front of its prompt, and the answer then stands behind one.
    await this.shows(new RegExp(`ended with ${exitCode}\\b.*ready>`, 'su'), timeoutMs);
    this.press("stty -a | tr ' ' '\\n' | grep -cx -e echo -e icanon -e isig -e icrnl", 'enter');
    // All four are on, or something of raw mode was left behind.
    await this.shows(/^4$/mu);
    if (!this.screen.isCursorShown) throw new Error('the cursor is still hidden');
    if (this.screen.pastesInBrackets) throw new Error('what is pasted is still put into brackets');
  }
}
