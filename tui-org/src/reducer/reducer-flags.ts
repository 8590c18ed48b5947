import type { Command } from 'commander';
import type { Workplace } from '../cli/workplace.js';
import type { ResultSet } from '../results/result-set.js';
import { DEFAULT_LIMITS, readMemory, readSeconds } from './reducer-limits.js';
import type { Reduction } from './reduction.js';
import { runReducer } from './run-reducer.js';

/** The flags of commands that run a reducer, as they were given. */
export interface ReducerFlags {
  readonly reducer?: string;
  readonly reducerSeconds: string;
  readonly reducerMemory: string;
}

/** What such a command's help says of them. */
export const REDUCER_HELP = `
A reducer is a JavaScript module of one file that makes one value of all rows:
  export default (rows, columns) => rows.filter(({ outputs }) => outputs.energy < -3n).length;
Integers are BigInts. It runs in a worker with limits of time and memory. It is your own code, not a sandbox: run none that a
stranger gave you. What it makes is shown as your script's word, with the script's hash: no proof covers it.`;

/** Adds `--reducer` and its limits to a command. */
export function addReducerFlags(command: Command): Command {
  return command
    .option('--reducer <file>', 'a script of your own that makes one value of all rows')
    .option('--reducer-seconds <count>', 'with --reducer: how long it may run', `${DEFAULT_LIMITS.seconds}`)
    .option(
      '--reducer-memory <mib>',
      'with --reducer: how much memory it may take, in MiB',
      `${DEFAULT_LIMITS.memory}`,
    );
}

/** Runs the reducer that the flags name; undefined without one. @throws UsageError, and as `runReducer` */
export async function reduceByFlags(
  { signal, remark }: Workplace,
  set: ResultSet,
  flags: ReducerFlags,
): Promise<Reduction | undefined> {
  if (flags.reducer === undefined) return undefined;
  return runReducer(flags.reducer, set, {
    seconds: readSeconds(flags.reducerSeconds, '--reducer-seconds'),
    memory: readMemory(flags.reducerMemory, '--reducer-memory'),
    signal,
    onPrint: (text) => remark(`reducer: ${text}`),
  });
}
