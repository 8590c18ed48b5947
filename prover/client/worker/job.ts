import type { ProverEvent } from '../answers/event.js';
import type { FailureFacts } from '../errors/prover-failure.js';
import type { WorkerJobOptions } from '../options.js';
import { stopped } from '../run/ending.js';
import { Stop } from '../run/stop.js';
import { Supervision } from '../run/supervise.js';
import type { JobEnd, JobLine, WorkerProcess } from './worker-process.js';

/** How long a worker may take to answer a job that it was asked to end, in milliseconds. */
const graceMs = 2000;

/** One job on its way through one worker process, or through two when the first one dies. */
export class Job {
  readonly #stop = new Stop();
  readonly #supervision: Supervision;
  readonly #began = performance.now();

  constructor(
    private readonly line: JobLine,
    private readonly options: Omit<WorkerJobOptions, 'worker'>,
  ) {
    this.#supervision = new Supervision(options, this.#stop);
  }

  get command(): string {
    return this.line.command;
  }

  /** Whether this side has ended it. */
  get isStopped(): boolean {
    return this.#stop.reason !== undefined;
  }

  /** Ends it as its caller's signal would. */
  cancel(): void {
    this.#stop.now({ kind: 'cancelled' });
  }

  /** @throws what ended the job on this side, if anything did. */
  throwIfStopped(log = ''): void {
    if (this.#stop.reason !== undefined) throw stopped(this.#stop.reason, this.facts(log));
  }

  facts(log: string, attempts?: number): FailureFacts {
    return { command: this.command, seconds: (performance.now() - this.#began) / 1000, log, attempts };
  }

  /** Tells the caller of an event. What the listener throws ends the job; then it hears nothing more. */
  readonly tell = (event: ProverEvent): void => {
    if (this.isStopped) return;
    try {
      this.options.onEvent?.(event);
    } catch (error) {
      this.#stop.now({ kind: 'thrown', error });
    }
  };

  /** Has a worker do it; undefined when it was ended before it began. */
  async in(worker: WorkerProcess): Promise<JobEnd | undefined> {
    const child = worker.pid === undefined ? undefined : this.#supervision.attach(worker.pid);
    let killing: NodeJS.Timeout | undefined;
    const cancel = () => {
      worker.cancel(this.line.job);
      killing = setTimeout(() => void worker.kill(), graceMs);
    };
    this.#stop.signal.addEventListener('abort', cancel, { once: true });
    try {
      return this.isStopped ? undefined : await worker.do(this.line, this.tell);
    } finally {
      clearTimeout(killing);
      this.#stop.signal.removeEventListener('abort', cancel);
      if (worker.isUsable) child?.left();
      else child?.ended();
    }
  }

  /** To be called when all is over. */
  end(): void {
    this.#supervision.end();
  }
}
