import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { waitUntil } from '@cairn/tui-kit/test';
import type { DonorEvent } from '../events/donor-event.js';

/** The compiled client, from the sources and from their compiled form. */
const BIN = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));

type Line = Partial<DonorEvent> & {
  readonly event?: string;
  readonly error?: { readonly code: string };
  readonly status?: unknown;
};

/** A donor as a person starts it, and what it says. */
export class DonorProcess implements AsyncDisposable {
  readonly lines: Line[] = [];
  stderr = '';
  /** What it wrote for people, where `form` is `text`. */
  text = '';
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #ended: Promise<unknown>;

  /** @param form what it is expected to write */
  constructor(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    form: 'json' | 'text' = 'json',
  ) {
    this.#child = spawn(process.execPath, [BIN, ...args], {
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#ended = once(this.#child, 'close');
    createInterface(this.#child.stdout).on('line', (line) => {
      if (form === 'json') this.lines.push(JSON.parse(line) as Line);
      else this.text += `${line}\n`;
    });
    this.#child.stderr.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** The events of a kind that it has told so far. */
  events<Kind extends DonorEvent['event']>(kind: Kind): Extract<DonorEvent, { event: Kind }>[] {
    return this.lines.filter((line) => line.event === kind) as Extract<DonorEvent, { event: Kind }>[];
  }

  /** Waits until it tells of something. */
  async until(condition: (donor: DonorProcess) => boolean, timeoutMs = 60_000): Promise<void> {
    const seen = (): boolean => condition(this) || this.#child.exitCode !== null;
    await waitUntil(seen, timeoutMs).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${this.transcript()}`);
    });
    if (!condition(this)) throw new Error(`it ended without: ${condition}\n${this.transcript()}`);
  }

  /**
   * Waits for its end.
   * @throws Error with all that it said, when the exit code is another one, or all went well and yet it complained
   */
  async end(exitCode = 0): Promise<void> {
    await this.#ended;
    const quiet = exitCode !== 0 || this.stderr === '';
    if (this.#child.exitCode === exitCode && quiet) return;
    throw new Error(`exit code ${this.#child.exitCode}, expected ${exitCode}\n${this.transcript()}`);
  }

  /** What it told, without the phases and the progress of the prover. */
  get story(): string[] {
    const passing: unknown[] = [undefined, 'phase', 'progress'];
    return this.lines.flatMap(({ event }) => (event === undefined || passing.includes(event) ? [] : [event]));
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }

  transcript(): string {
    return `${this.lines.map((line) => JSON.stringify(line)).join('\n')}\n${this.stderr}`;
  }
}
