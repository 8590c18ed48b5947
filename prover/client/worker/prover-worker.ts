import { setImmediate } from 'node:timers/promises';
import { findBinary } from '../binary/find-binary.js';
import { ProverCancelled } from '../errors/prover-cancelled.js';
import { ProverCrashed } from '../errors/prover-crashed.js';
import { ProverGarbage } from '../errors/prover-garbage.js';
import { ProverMissing } from '../errors/prover-missing.js';
import type { WorkerJobOptions } from '../options.js';
import { commandLine } from '../run/command-line.js';
import { type Judged, judge } from '../run/ending.js';
import { flags } from '../run/flags.js';
import { defaultLimits, type OutputLimits } from '../run/lines.js';
import { Job } from './job.js';
import { Turns } from './turns.js';
import { type JobEnd, WorkerProcess } from './worker-process.js';

/** What a worker is started with. */
export interface ProverWorkerOptions {
  /** The program to run instead of the one that `CAIRN_PROVER` or the set-up names. */
  binary?: string | undefined;
  /** Threads to compute with; all the machine has when left out. */
  threads?: number | undefined;
  /** Scheduling priority as in `nice`: 0 as usual, 19 last of all. */
  priority?: number | undefined;
}

/** How long a worker without jobs may take to end, in milliseconds. */
const graceMs = 2000;

/**
 * A long-lived prover that does one job after the other and keeps what one leaves for the next. It is named in the
 * options of a command (`prove(request, { worker })`); jobs wait here for their turn.
 *
 * Its process is started at the first job. When that dies at a job, a fresh one is given the same job once more, after an
 * event `restarted`; when that dies too, the failure is thrown. Jobs that wait are untouched by it. A worker that was
 * used has to be closed.
 */
export class ProverWorker implements AsyncDisposable {
  readonly #turns = new Turns();
  #process: WorkerProcess | undefined;
  #job: Job | undefined;
  #jobs = 0;
  #closing: Promise<void> | undefined;

  /**
   * @param limits of what it may say of one job
   * @throws RangeError when the priority is not a whole number from 0 to 19
   */
  constructor(
    private readonly options: ProverWorkerOptions = {},
    private readonly limits: OutputLimits = defaultLimits,
  ) {
    commandLine('', [], options.priority);
  }

  /**
   * Does a job, as a process of its own would.
   * @returns exit code 0 or 1 with the answer, whose shape is the caller's to check.
   * @throws a `ProverFailure` of the kind that tells what happened; whatever `onEvent` or `onSpawn` throws.
   */
  async run(
    command: string,
    args: readonly string[],
    options: Omit<WorkerJobOptions, 'worker'> = {},
  ): Promise<Judged> {
    if (!(await this.#turns.take(options.signal))) throw new ProverCancelled(true, { command });
    const job = new Job({ job: String(++this.#jobs), command, arguments: args }, options);
    this.#job = job;
    if (this.#closing !== undefined) job.cancel();
    try {
      return await this.#doOnceOrTwice(job);
    } finally {
      job.end();
      this.#job = undefined;
      this.#turns.giveBack();
    }
  }

  /**
   * Ends it: a job that runs is cancelled, those that wait are not begun. Resolves when the process is gone, which may
   * take two seconds. To call it again is the same as to call it once.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    this.#job?.cancel();
    const worker = this.#process;
    if (worker === undefined) return;
    worker.dismiss();
    const killing = setTimeout(() => void worker.kill(), graceMs);
    await worker.gone;
    clearTimeout(killing);
  }

  async #doOnceOrTwice(job: Job): Promise<Judged> {
    try {
      return await this.#do(job, 1);
    } catch (error) {
      if (job.isStopped || !isDeath(error)) throw error;
      job.tell({ event: 'restarted', why: error.message });
      return this.#do(job, 2);
    }
  }

  async #do(job: Job, attempt: number): Promise<Judged> {
    const worker = await this.#worker(job);
    const { mayLeave } = worker;
    const end = await job.in(worker);
    // Its log comes through another pipe, and may be the later one.
    await setImmediate();
    job.throwIfStopped(worker.log);
    if (end === undefined || (end.kind === 'died' && mayLeave && !end.heard)) {
      // It was on its way out when it was given this job.
      return this.#do(job, attempt);
    }
    try {
      return judgeEnd(end, job, worker, attempt);
    } catch (error) {
      // After a defect nothing that it keeps is to be relied on.
      if (isDeath(error)) await worker.kill();
      throw error;
    }
  }

  /** The process that there is, or a fresh one. */
  async #worker(job: Job): Promise<WorkerProcess> {
    const { binary, threads, priority } = this.options;
    job.throwIfStopped();
    if (this.#process?.isUsable) return this.#process;
    await this.#process?.gone;
    const path = await findBinary(job.command, binary);
    job.throwIfStopped();
    const line = commandLine(
      path,
      [`--die-with-parent=${process.pid}`, 'serve', ...flags({ threads })],
      priority,
    );
    this.#process = new WorkerProcess(line, this.limits);
    return this.#process;
  }
}

function judgeEnd(end: JobEnd, job: Job, worker: WorkerProcess, attempt: number): Judged {
  const facts = job.facts(worker.log, attempt);
  if (worker.pid === undefined && end.kind === 'died')
    throw new ProverMissing('the system cannot start it', { ...facts, cause: end.cause });
  switch (end.kind) {
    case 'answered':
      return judge({ exitCode: end.exitCode }, end.answer, facts);
    case 'died':
      return judge(end.end, undefined, facts);
    case 'garbage':
      throw new ProverGarbage(end.what, facts);
  }
}

/** Whether a worker is not to be used any more, and the job that it had may be tried again. */
function isDeath(error: unknown): error is ProverCrashed | ProverGarbage {
  return error instanceof ProverCrashed || error instanceof ProverGarbage;
}
