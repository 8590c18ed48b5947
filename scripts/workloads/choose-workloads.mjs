import { Failure } from '../lib/failure.mjs';
import { workloads } from './workloads.mjs';

/**
 * The workloads of these names; all when none is named.
 * @param {string | undefined} names separated by commas
 * @throws Failure when it names what there is not
 */
export function chooseWorkloads(names) {
  const only = names?.split(',');
  const unknown = only?.filter((name) => !workloads.some((workload) => workload.name === name)) ?? [];
  if (unknown.length > 0)
    throw new Failure(
      `no workload ${unknown.join(', ')}: expected some of ${workloads.map(({ name }) => name).join(', ')}`,
    );
  return workloads.filter(({ name }) => only?.includes(name) ?? true);
}
