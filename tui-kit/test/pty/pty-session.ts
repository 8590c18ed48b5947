import { type IPty, spawn } from '@lydell/node-pty';
import { waitUntil } from '../wait-until.js';
import { EmulatedScreen, type ScreenSize } from './emulated-screen.js';

export interface PtyOptions extends Partial<ScreenSize> {
  /** Beside a plain environment of a terminal; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Told what comes, when it comes. */
  readonly onData?: (data: string) => void;
}

const KEYS: Readonly<Record<string, string>> = {
  enter: '\r',
  esc: '\u001B',
  tab: '\t',
  up: '\u001B[A',
  down: '\u001B[B',
  right: '\u001B[C',
  left: '\u001B[D',
  pagedown: '\u001B[6~',
  backspace: '\u007F',
  'ctrl-c': '\u0003',
  'ctrl-d': '\u0004',
  'ctrl-p': '\u0010',
  'ctrl-u': '\u0015',
  'ctrl-z': '\u001A',
};

/** What would change what a program shows, or takes it for something without a terminal. */
const UNSET = ['NO_COLOR', 'FORCE_COLOR', 'COLORTERM', 'COLORFGBG', 'CI', 'NODE_OPTIONS', 'CAIRN_THEME'];

/** A program on a real pseudo-terminal, with an emulated screen, and a person at its keys. */
export class PtySession implements AsyncDisposable {
  readonly screen: EmulatedScreen;
  exitCode: number | undefined;
  readonly #pty: IPty;
  readonly #ended: Promise<void>;

  constructor(file: string, args: readonly string[], options: PtyOptions = {}) {
    const { columns = 80, rows = 24, env = {}, cwd, onData } = options;
    this.screen = new EmulatedScreen({ columns, rows });
    const all = environment(env);
    this.#pty = spawn(file, [...args], {
      // It becomes TERM.
      name: all.TERM ?? 'xterm',
      cols: columns,
      rows,
      env: all,
      ...(cwd === undefined ? {} : { cwd }),
    });
    this.#pty.onData((data) => {
      onData?.(data);
      this.screen.write(data);
    });
    this.#ended = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal }) => {
        this.exitCode = signal ? 128 + signal : exitCode;
        resolve();
      });
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** Presses keys one after the other: `j`, `enter`, `ctrl-d`; other words are typed as they are. */
  press(...keys: readonly string[]): void {
    for (const key of keys) this.#pty.write(KEYS[key] ?? key);
  }

  resize(size: ScreenSize): void {
    this.screen.resize(size);
    this.#pty.resize(size.columns, size.rows);
  }

  signal(name: NodeJS.Signals): void {
    this.#pty.kill(name);
  }

  /** Closes the terminal under the program, as a person closes a window. */
  hangUp(): void {
    // The package has it, and its types do not.
    (this.#pty as IPty & { destroy(): void }).destroy();
  }

  /**
   * Waits until the screen shows something.
   * @throws Error with the screen as it is then
   */
  async shows(
    wanted: string | RegExp | ((screen: EmulatedScreen) => boolean),
    timeoutMs = 15_000,
  ): Promise<void> {
    const isThere = (): boolean => {
      if (typeof wanted === 'function') return wanted(this.screen);
      const text = this.screen.text();
      return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
    };
    await waitUntil(isThere, timeoutMs, `the screen shows ${wanted}`).catch((error: unknown) => {
      throw new Error(`${error instanceof Error ? error.message : error}\n${this.screen.text()}`);
    });
  }

  /** Waits for the end of the program. @returns its exit code */
  async end(timeoutMs = 15_000): Promise<number> {
    await waitUntil(() => this.exitCode !== undefined, timeoutMs, 'the program has ended').catch(
      (error: unknown) => {
        throw new Error(`${error instanceof Error ? error.message : error}\n${this.screen.text()}`);
      },
    );
    await this.screen.flush();
    return this.exitCode ?? -1;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.exitCode === undefined) this.#pty.kill('SIGKILL');
    await this.#ended;
    this.screen.dispose();
  }
}

function environment(changes: NonNullable<PtyOptions['env']>): Record<string, string> {
  const plain = Object.fromEntries(UNSET.map((name) => [name, undefined]));
  const all = { ...process.env, ...plain, LANG: 'C.UTF-8', TERM: 'xterm-256color', ...changes };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
