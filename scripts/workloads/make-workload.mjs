import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePackage, dryRun, execute } from '@cairn/prover';
import { Failure } from '../lib/failure.mjs';
import { repository } from '../lib/repository.mjs';
import { csv } from './workloads.mjs';

/** The part by which a run's steps may differ from what the table says. */
const tolerance = 0.03;

/**
 * @typedef {object} Bench
 * @property {string} folder to work in; what is there already is not made again
 * @property {string} binary the prover
 *
 * @typedef {object} Files of a workload
 * @property {string} executable
 * @property {string} input CSV file
 */

/**
 * Compiles a workload's program and writes its input.
 * @param {Bench} bench
 * @param {import('./workloads.mjs').Workload} workload
 * @returns {Promise<Files>}
 */
async function makeWorkload({ folder, binary }, workload) {
  await mkdir(folder, { recursive: true });
  const executable = join(folder, `${workload.program}.executable.json`);
  if (!(await isThere(executable)))
    await compilePackage({ packageDir: packageOf(workload), output: executable }, { binary });
  const input = join(folder, `${workload.name}.csv`);
  await writeFile(input, csv(workload));
  return { executable, input };
}

/**
 * Runs a workload without writing its execution.
 * @param {Bench} bench
 * @param {import('./workloads.mjs').Workload} workload
 * @throws Failure when it takes other steps than the table says
 */
export async function tryWorkload(bench, workload) {
  const files = await makeWorkload(bench, workload);
  const result = await dryRun(files, { binary: bench.binary });
  checkSteps(workload, result.steps);
  return { ...files, result };
}

/**
 * Runs a workload and writes its execution.
 * @param {Bench} bench
 * @param {import('./workloads.mjs').Workload} workload
 * @throws Failure when it takes other steps than the table says
 */
export async function executeWorkload(bench, workload) {
  const files = await makeWorkload(bench, workload);
  const execution = join(bench.folder, `${workload.name}.execution`);
  const result = await execute({ ...files, output: execution }, { binary: bench.binary });
  checkSteps(workload, result.steps);
  return { ...files, execution, result };
}

/** @param {import('./workloads.mjs').Workload} workload */
function packageOf({ program }) {
  return program === 'cairo-sample'
    ? join(repository, program)
    : join(repository, 'prover', 'workloads', program);
}

/**
 * @param {import('./workloads.mjs').Workload} workload
 * @param {number} found
 */
function checkSteps({ name, steps }, found) {
  if (Math.abs(found - steps) <= tolerance * steps) return;
  throw new Failure(
    `${name} took ${found} steps, not ${steps}: correct scripts/workloads/workloads.mjs, or the program.`,
  );
}

/** @param {string} path */
async function isThere(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
