import { parseArgs } from 'node:util';
import { chooseWorkloads } from '../workloads/choose-workloads.mjs';

/**
 * Reads the command line: `--only NAME,…` measures these workloads alone, `--tier NAME,…` in these tiers alone; such a part is
 * written down only with `--resume`, which keeps what an earlier run measured.
 * @param {string[]} args
 * @throws Failure when it names what there is not
 */
export function options(args) {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, tier: { type: 'string' }, resume: { type: 'boolean' } },
  });
  return {
    workloads: chooseWorkloads(values.only),
    tiers: values.tier?.split(','),
    resume: values.resume ?? false,
    isKept: values.resume ?? (values.only === undefined && values.tier === undefined),
  };
}
