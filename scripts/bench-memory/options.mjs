import { parseArgs } from 'node:util';
import { Failure } from '../lib/failure.mjs';
import { workloads } from '../workloads/workloads.mjs';

/**
 * Reads the command line: `--only NAME,…` measures these workloads alone, `--tier NAME,…` in these tiers alone, and
 * `--resume` keeps what an earlier run measured.
 * @param {string[]} args
 * @throws Failure when it names what there is not
 */
export function options(args) {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, tier: { type: 'string' }, resume: { type: 'boolean' } },
  });
  const only = values.only?.split(',');
  const unknown = only?.filter((name) => !workloads.some((workload) => workload.name === name)) ?? [];
  if (unknown.length > 0)
    throw new Failure(
      `no workload ${unknown.join(', ')}: expected some of ${workloads.map(({ name }) => name).join(', ')}`,
    );
  return {
    workloads: workloads.filter(({ name }) => only?.includes(name) ?? true),
    tiers: values.tier?.split(','),
    resume: values.resume ?? false,
  };
}
