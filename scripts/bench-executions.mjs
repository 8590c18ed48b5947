/**
 * Measures the size of executions, and what codecs make of them in which time. Writes docs/results/bench-executions.json
 * and .md; exits 1 when the codec in use is no longer among the best.
 */
import { join } from 'node:path';
import { findBinary } from '@cairn/prover';
import { measureCodecs } from './bench-executions/measure-codecs.mjs';
import { markdown } from './bench-executions/report.mjs';
import { totals } from './bench-executions/totals.mjs';
import { cargoEnvironment } from './lib/cargo-environment.mjs';
import { Failure } from './lib/failure.mjs';
import { goalLine } from './lib/goals.mjs';
import { inFolder } from './lib/in-folder.mjs';
import { machine } from './lib/machine.mjs';
import { repository } from './lib/repository.mjs';
import { run } from './lib/run.mjs';
import { seconds } from './lib/units.mjs';
import { writeFileWhole } from './lib/write-file-whole.mjs';
import { executeWorkload } from './workloads/make-workload.mjs';
import { workloads } from './workloads/workloads.mjs';

/** The codec of `prover/src/execution_file/write.rs`. */
const inUse = { layout: 'columns', codec: 'zstd 3' };
/** How much longer than with the best it may take. */
const tolerance = 1.1;
/** More steps say no more of a codec. */
const mostSteps = 7e6;

async function buildTool() {
  const prover = join(repository, 'prover');
  const args = ['build', '--release', '--locked', '--example', 'execution-codecs'];
  const { code, text } = await run('cargo', args, { cwd: prover, env: cargoEnvironment() });
  if (code !== 0) throw new Failure(`the measuring program does not build:\n${text}`);
  return join(prover, 'target', 'release', 'examples', 'execution-codecs');
}

/** @param {string} folder */
async function measure(folder) {
  const bench = { folder, binary: await findBinary('bench') };
  const tool = await buildTool();
  const measured = [];
  for (const workload of workloads.filter(({ steps }) => steps < mostSteps)) {
    const { execution, result } = await executeWorkload(bench, workload);
    console.log(`${workload.name}: ${(result.bytes / result.steps).toFixed(3)} bytes a step`);
    measured.push({
      name: workload.name,
      steps: result.steps,
      measured: await measureCodecs(tool, execution, folder),
    });
  }
  return measured;
}

/** @param {import('./bench-executions/totals.mjs').Total[]} all */
function judge(all) {
  const used = all.find(({ layout, codec }) => layout === inUse.layout && codec === inUse.codec);
  const [best] = all;
  if (used === undefined || best === undefined) throw new Failure('the codec in use was not measured');
  return [
    {
      name: 'codec',
      measured: `${seconds(used.seconds)} with ${used.layout}, ${used.codec}; the best is ${seconds(best.seconds)} with ${best.layout}, ${best.codec}`,
      wanted: `at most ${tolerance} times the best`,
      ok: used.seconds <= tolerance * best.seconds,
    },
  ];
}

/** @param {string} folder */
async function main(folder) {
  const measured = await measure(folder);
  const all = totals(measured);
  const report = {
    command: 'npm run bench:executions',
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    workloads: measured,
    totals: all,
    goals: judge(all),
  };
  const results = join(repository, 'docs', 'results');
  await writeFileWhole(join(results, 'bench-executions.json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(join(results, 'bench-executions.md'), markdown(report));
  for (const goal of report.goals) console.log(goalLine(goal));
  return report.goals.every(({ ok }) => ok);
}

await inFolder('cairn-bench', main);
