import { parseArgs } from 'node:util';
import { Failure } from '../lib/failure.mjs';
import { chooseWorkloads } from '../workloads/choose-workloads.mjs';

/**
 * Reads the command line: `--only NAME,…` measures these workloads alone, `--tier NAME,…` in these tiers alone; such a part is
 * written down only with `--resume`, which keeps what an earlier run measured of the same prover and kind of machine. `--like
 * PROVER` takes what was measured of another prover as of this one, `--drop-others` drops what is of others.
 * @param {string[]} args
 * @throws Failure when it names what there is not
 */
export function options(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      tier: { type: 'string' },
      resume: { type: 'boolean' },
      like: { type: 'string', multiple: true },
      'drop-others': { type: 'boolean' },
    },
  });
  const [like, dropOthers] = [values.like, values['drop-others']];
  if (!values.resume && (like ?? dropOthers) !== undefined)
    throw new Failure('--like and --drop-others say what --resume keeps; expected --resume beside them');
  return {
    workloads: chooseWorkloads(values.only),
    tiers: values.tier?.split(','),
    resume: values.resume ? { like: like ?? [], dropOthers: dropOthers ?? false } : undefined,
    isKept: values.resume ?? (values.only === undefined && values.tier === undefined),
  };
}
