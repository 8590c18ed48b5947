import { execa } from 'execa';
import type { ProverEvent } from '../answers/event.js';
import type { ProcessEnd } from '../errors/prover-crashed.js';
import { childEnvironment } from '../run/child-environment.js';
import type { CommandLine } from '../run/command-line.js';
import { Lines, type OutputLimits } from '../run/lines.js';
import { LogTail } from '../run/log-tail.js';
import { OffProtocol } from '../run/off-protocol.js';
import { excerpt } from '../run/said.js';
import { spawnOptions } from '../run/spawn-options.js';
import { type JobAnswer, workerLine } from './worker-line.js';

/** A job as the worker reads it. */
export interface JobLine {
  job: string;
  command: string;
  arguments: readonly string[];
}

/** How a job's time in a worker ended. */
export type JobEnd =
  | ({ kind: 'answered' } & JobAnswer)
  /** The process ended; `heard` when it had said anything of this job. */
  | { kind: 'died'; end: ProcessEnd; cause: unknown; heard: boolean }
  | { kind: 'garbage'; what: string };

interface CurrentJob {
  id: string;
  heard: boolean;
  onEvent: (event: ProverEvent) => void;
  end: (end: JobEnd) => void;
}

/** One `cairn-prover serve`, from its start to its death, one job at a time. */
export class WorkerProcess {
  /** Its process id; undefined when it could not be started. */
  readonly pid: number | undefined;
  /** Settled when it is gone, and whoever it had started too. */
  readonly gone: Promise<void>;
  readonly #running;
  readonly #lines: Lines;
  #log = new LogTail();
  #job: CurrentJob | undefined;
  #isReady = false;
  #isDoomed = false;
  #mayLeave = false;
  #end: { end: ProcessEnd; cause: unknown } | undefined;

  constructor(line: CommandLine, limits: OutputLimits) {
    this.#lines = new Lines(limits);
    const env = childEnvironment(process.env);
    this.#running = execa(line.file, line.args, { ...spawnOptions, stdin: 'pipe', env });
    this.pid = this.#running.pid;
    // What cannot be written is answered by the end of the process.
    this.#running.stdin.on('error', () => {});
    this.#running.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#running.stderr.on('data', (chunk: Buffer) => this.#log.push(chunk));
    // A child that outlives it would keep its output open.
    this.#running.nodeChildProcess.once('exit', () => this.#running.kill('SIGKILL'));
    this.gone = this.#followToItsEnd();
  }

  /** Whether it can be given a job. */
  get isUsable(): boolean {
    return !this.#isDoomed && this.#end === undefined;
  }

  /** Whether its last answer was one after which a worker may end. */
  get mayLeave(): boolean {
    return this.#mayLeave;
  }

  /** The end of what it logged since its job began. */
  get log(): string {
    return this.#log.text();
  }

  /** Gives it a job. What `onEvent` throws is a defect. */
  do(line: JobLine, onEvent: (event: ProverEvent) => void): Promise<JobEnd> {
    const { promise, resolve: end } = Promise.withResolvers<JobEnd>();
    this.#job = { id: line.job, heard: false, onEvent, end };
    this.#lines.startOver();
    this.#log = new LogTail();
    if (this.#end !== undefined) this.#settle({ kind: 'died', ...this.#end, heard: false });
    else this.#send(line);
    return promise;
  }

  /** Asks it to end a job; what comes of that is the job's end. */
  cancel(job: string): void {
    this.#send({ cancel: job });
  }

  /** Tells it that there are no more jobs. */
  dismiss(): void {
    this.#isDoomed = true;
    this.#running.stdin.end();
  }

  /** Kills it and all that it started. @returns `gone` */
  kill(): Promise<void> {
    this.#isDoomed = true;
    this.#running.kill('SIGKILL');
    return this.gone;
  }

  async #followToItsEnd(): Promise<void> {
    const { exitCode, signal, cause } = await this.#running;
    this.#end = { end: { exitCode, signal }, cause };
    this.#settle({ kind: 'died', ...this.#end, heard: this.#job?.heard ?? false });
  }

  #send(line: JobLine | { cancel: string }): void {
    this.#running.stdin.write(`${JSON.stringify(line)}\n`);
  }

  #read(chunk: Buffer): void {
    try {
      for (const line of this.#lines.push(chunk)) this.#hear(line);
    } catch (error) {
      if (!(error instanceof OffProtocol)) throw error;
      this.#running.stdout.removeAllListeners('data').resume();
      const end: JobEnd = { kind: 'garbage', what: error.message };
      const job = this.#job;
      this.#job = undefined;
      void this.kill().then(() => job?.end(end));
    }
  }

  #hear(line: string): void {
    if (line === '') return;
    const said = workerLine(line);
    if (!this.#isReady && said.kind !== 'ready')
      throw new OffProtocol(`something before it was ready: ${excerpt(line)}`);
    if (said.kind === 'ready') this.#isReady = true;
    if (said.kind === 'ready' || said.kind === 'other') return;
    const job = this.#job;
    if (said.job !== job?.id) throw new OffProtocol(`word of a job that it does not have: ${excerpt(line)}`);
    job.heard = true;
    if (said.kind === 'event') {
      job.onEvent(said.event);
    } else {
      this.#mayLeave = said.exitCode > 2;
      this.#settle(said);
    }
  }

  #settle(end: Extract<JobEnd, { kind: 'died' }> | ({ kind: 'answer' } & JobAnswer)): void {
    const job = this.#job;
    this.#job = undefined;
    job?.end(end.kind === 'answer' ? { ...end, kind: 'answered' } : end);
  }
}
