import { execa } from 'execa';
import { findBinary } from '../binary/find-binary.js';
import { ProverCancelled } from '../errors/prover-cancelled.js';
import { ProverMissing } from '../errors/prover-missing.js';
import type { ProcessOptions, RunOptions } from '../options.js';
import { childEnvironment } from './child-environment.js';
import { commandLine } from './command-line.js';
import { type Judged, judge, stopped } from './ending.js';
import { defaultLimits, type OutputLimits } from './lines.js';
import { LogTail } from './log-tail.js';
import { Output } from './output.js';
import { spawnOptions } from './spawn-options.js';
import { Stop } from './stop.js';
import { Supervision } from './supervise.js';

/**
 * Has a command done, by the worker that the options name or else by a process of its own, and waits for its end.
 * @param stdin what it reads on its standard input; nothing when left out
 * @returns exit code 0 or 1 with the answer, whose shape is the caller's to check.
 * @throws a `ProverFailure` of the kind that tells what happened; whatever `onEvent` or `onSpawn` throws.
 */
export async function runProver(
  command: string,
  args: string[],
  options: RunOptions,
  limits: OutputLimits = defaultLimits,
  stdin?: string,
): Promise<Judged> {
  if (options.worker !== undefined) return options.worker.run(command, args, options);
  return runProcess(command, args, options, limits, stdin);
}

async function runProcess(
  command: string,
  args: string[],
  options: ProcessOptions,
  limits: OutputLimits,
  stdin: string | undefined,
): Promise<Judged> {
  const binary = await findBinary(command, options.binary);
  const line = commandLine(binary, [`--die-with-parent=${process.pid}`, command, ...args], options.priority);
  if (options.signal?.aborted) throw new ProverCancelled(true, { command });

  const stop = new Stop();
  const output = new Output(limits, (event) => options.onEvent?.(event), stop);
  const log = new LogTail();
  const env = childEnvironment(process.env);
  const source = stdin === undefined ? ({ stdin: 'ignore' } as const) : { input: stdin };
  const running = execa(line.file, line.args, {
    ...spawnOptions,
    ...source,
    env,
    cancelSignal: stop.signal,
  });
  output.follow(running.stdout);
  running.stderr.on('data', (chunk: Buffer) => log.push(chunk));
  const supervision = new Supervision(options, stop);
  const child = running.pid === undefined ? undefined : supervision.attach(running.pid);
  const { durationMs, exitCode, signal, cause } = await running;
  child?.ended();
  supervision.end();

  const facts = { command, seconds: durationMs / 1000, log: log.text() };
  if (running.pid === undefined) throw new ProverMissing(`${binary} does not start`, { ...facts, cause });
  if (exitCode !== undefined && exitCode <= 3) output.finish();
  if (stop.reason !== undefined) throw stopped(stop.reason, facts);
  return judge({ exitCode, signal }, output.answer, facts);
}
