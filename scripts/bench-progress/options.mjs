import { parseArgs } from 'node:util';
import { chooseWorkloads } from '../workloads/choose-workloads.mjs';

/** Longer programs take too long to be measured for this. */
const mostSteps = 16e6;

/**
 * Reads the command line: `--only NAME,…` measures these workloads alone, and writes no results; `--threads N` proves
 * with so many.
 * @param {string[]} args
 * @throws Failure when it names what there is not
 */
export function options(args) {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, threads: { type: 'string' } },
  });
  return {
    workloads: chooseWorkloads(values.only).filter(({ steps }) => steps <= mostSteps),
    threads: values.threads,
    isWhole: values.only === undefined && values.threads === undefined,
  };
}
