import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { commitInput, findBinary, inspectExecution } from '@cairn/prover';
import { temporaryFolder } from '../test/temporary-folder.js';
import { executeWorkload, tryWorkload } from './make-workload.mjs';
import { csv, type Workload, workloads } from './workloads.mjs';

let binary: string;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  binary = await findBinary('workloads');
  folder = await temporaryFolder();
});
afterAll(() => folder[Symbol.asyncDispose]());

/** The smallest of each program: those of millions of steps are for the benchmarks. */
const smallest = [
  ...new Map(workloads.toReversed().map((workload) => [workload.program, workload])).values(),
];

test('the table has programs enough, from 10 thousand to 23 million steps, in order', () => {
  expect(smallest.length).toBeGreaterThanOrEqual(8);
  expect(workloads.length).toBeGreaterThanOrEqual(12);
  const steps = workloads.map((workload) => workload.steps);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect([steps[0], steps.at(-1)]).toEqual([10_005, 22_797_649]);
  expect(new Set(workloads.map(({ name }) => name)).size).toBe(workloads.length);
});

test('together the programs use every builtin that can be proven', async () => {
  const used = new Set<string>();
  for (const workload of smallest) {
    const { result, input } = await tryWorkload({ folder: folder.path, binary }, workload);
    for (const [name, count] of Object.entries(result.builtins)) if (count > 0) used.add(name);
    expect(result.output[0]).toBe((await commitInput(input, { binary })).inputCommitment);
  }
  const all = 'add_mod bitwise ec_op mul_mod output pedersen poseidon range_check range_check96';
  expect([...used].sort()).toEqual(all.split(' '));
}, 120_000);

test('a run is written, and one of other steps than the table says is refused', async () => {
  const bench = { folder: join(folder.path, 'written'), binary };
  await mkdir(bench.folder);
  const [first] = workloads as [Workload];
  const { execution, result } = await executeWorkload(bench, first);
  expect(await inspectExecution(execution, { binary })).toMatchObject({ steps: result.steps });
  const wrong = { ...first, steps: 11_000 };
  await expect(executeWorkload(bench, wrong)).rejects.toThrow('took 10005 steps, not 11000');
});

test('the input group is written as donors get it', () => {
  expect(csv({ name: 'n', program: 'p', values: ['H', 'P', 0, 12], steps: 1 })).toBe("'H','P',0,12\n");
});
