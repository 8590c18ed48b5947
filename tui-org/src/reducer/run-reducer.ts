import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatOutputType, sanitizeForTerminal } from '@cairn/shared-schema';
import { ClientError, ExitCode } from '@cairn/tui-kit';
import type { ResultSet } from '../results/result-set.js';
import { endWithClient } from './end-with-client.js';
import { memoryLimit } from './memory-limit.js';
import type { ReducerLimits } from './reducer-limits.js';
import { REDUCTION_NOTE, type Reduction } from './reduction.js';
import { WORKER_SOURCE, type WorkerAnswer } from './worker-source.js';

export interface ReducerOptions extends ReducerLimits {
  readonly signal: AbortSignal;
  /** Hears what the script prints. */
  readonly onPrint: (text: string) => void;
}

/** Of what a script prints no more is passed on. */
const MAX_PRINTED = 16_384;
/** The exit code that some systems show in place of the signal. */
const ABORTED = 134;

/**
 * Runs a script of the organization's own over all readable rows: a module of one file whose default export is
 * `(rows, columns) => value`, in a worker process that may read no files. The value must be one that JSON can hold; big integers may be in it.
 * @throws ClientError REDUCER_FAILED, REDUCER_TIMEOUT, REDUCER_MEMORY; the signal's reason
 */
export async function runReducer(path: string, set: ResultSet, options: ReducerOptions): Promise<Reduction> {
  options.signal.throwIfAborted();
  const source = await readFile(path);
  const sha256 = createHash('sha256').update(source).digest('hex');
  const script = basename(path);
  const answer = await runInWorker(source, script, set, options);
  if ('error' in answer) throw failed(script, answer.error);
  return { script, sha256, value: JSON.parse(answer.json), note: REDUCTION_NOTE };
}

async function runInWorker(
  source: Buffer,
  script: string,
  set: ResultSet,
  { seconds, memory, signal, onPrint }: ReducerOptions,
): Promise<WorkerAnswer> {
  const timer = AbortSignal.timeout(seconds * 1000);
  const worker = startWorker(memory);
  await using _watch = endWithClient(worker);
  using limit = memoryLimit(worker, memory);
  passOn(worker, onPrint);
  const closed = once(worker, 'close');
  try {
    // A process that is gone before it has its work says so by its end.
    worker.send(workFor(source, set), () => {});
    return await answerOf(worker, AbortSignal.any([signal, timer, limit.signal]));
  } catch (error) {
    signal.throwIfAborted();
    if (timer.aborted) throw tooSlow(script, seconds);
    if (limit.signal.aborted) throw tooBig(script, memory);
    if (!(error instanceof WorkerGone)) throw error;
    throw error.aborted ? tooBig(script, memory) : failed(script, 'it ended the worker without an answer');
  } finally {
    worker.kill('SIGKILL');
    await closed;
  }
}

/** A process, because a thread that runs out of memory can take this one along. It has none of this one's secrets or files. */
function startWorker(memory: number): ChildProcess {
  const args = [
    '--permission',
    `--max-old-space-size=${memory}`,
    '--input-type=commonjs',
    '-e',
    WORKER_SOURCE,
  ];
  return spawn(process.execPath, args, {
    env: {},
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
}

/** What is run is what was hashed: the file is not read again. */
function workFor(source: Buffer, { columns, rows }: ResultSet): object {
  const readable = rows.filter(({ problem }) => problem === undefined);
  return {
    url: `data:text/javascript;base64,${source.toString('base64')}`,
    columns: columns.map(({ name, type }) => ({ name, type: formatOutputType(type) })),
    rows: readable.map(({ inputGroup, proofSha256, trust, bound, values }) => ({
      inputGroup: inputGroup.name,
      outputs: Object.fromEntries(values.map((value, index) => [columns[index]?.name, value])),
      proofSha256,
      trust,
      bound,
    })),
  };
}

/** The worker ended before it answered; aborted: as Node does when its memory is used up. */
class WorkerGone extends Error {
  constructor(readonly aborted: boolean) {
    super('the worker is gone');
  }
}

/** @throws WorkerGone, or what could not be started; the signal's reason */
async function answerOf(worker: ChildProcess, ended: AbortSignal): Promise<WorkerAnswer> {
  // One that has ended before tells nobody any more.
  ended.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<WorkerAnswer>();
  const stop = () => reject(ended.reason);
  ended.addEventListener('abort', stop, { once: true });
  worker.once('message', (answer: WorkerAnswer) => resolve(answer));
  worker.once('error', reject);
  worker.once('close', (code, signal) => reject(new WorkerGone(signal === 'SIGABRT' || code === ABORTED)));
  try {
    return await promise;
  } finally {
    ended.removeEventListener('abort', stop);
  }
}

function passOn(worker: ChildProcess, onPrint: (text: string) => void): void {
  let left = MAX_PRINTED;
  const take = (chunk: Buffer) => {
    const text = chunk.toString('utf8').slice(0, left);
    left -= text.length;
    if (text.trim() !== '') onPrint(text.trimEnd());
  };
  worker.stdout?.on('data', take);
  worker.stderr?.on('data', take);
}

function failed(script: string, why: string): ClientError {
  return new ClientError(`the reducer ${script} failed: ${sanitizeForTerminal(why)}`, {
    code: 'REDUCER_FAILED',
    expected:
      'a JavaScript module of one file: export default (rows, columns) => …, with an answer for JSON of at most 1 MiB',
    help: '`cairn-org results --help` shows one',
  });
}

function tooSlow(script: string, seconds: number): ClientError {
  return new ClientError(`the reducer ${script} did not end within ${seconds} seconds`, {
    code: 'REDUCER_TIMEOUT',
    exitCode: ExitCode.limit,
    help: 'make it faster, or give it more time: --reducer-seconds',
  });
}

function tooBig(script: string, memory: number): ClientError {
  return new ClientError(`the reducer ${script} needed more than ${memory} MiB of memory`, {
    code: 'REDUCER_MEMORY',
    exitCode: ExitCode.limit,
    help: 'make it keep less, or give it more memory: --reducer-memory',
  });
}
