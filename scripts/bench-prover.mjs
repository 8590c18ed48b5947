/**
 * Measures one proof of the sample, small and large, beside the stock CLI of S-two on the same work. Writes
 * docs/results/bench-prover.json and .md; exits 1 when a goal is short.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compilePackage, dryRun, findBinary } from '@cairn/prover';
import { availableMemory } from './bench-prover/available-memory.mjs';
import { judge } from './bench-prover/judge.mjs';
import { ourProver } from './bench-prover/our-prover.mjs';
import { markdown } from './bench-prover/report.mjs';
import { csv, sizes, stockArguments } from './bench-prover/sizes.mjs';
import { installStock, stockVersion } from './bench-prover/stock.mjs';
import { stockProver } from './bench-prover/stock-prover.mjs';
import { buildTools } from './bench-prover/tools.mjs';
import { Failure } from './lib/failure.mjs';
import { goalLine } from './lib/goals.mjs';
import { machine } from './lib/machine.mjs';
import { repository } from './lib/repository.mjs';
import { run } from './lib/run.mjs';
import { bytes, seconds } from './lib/units.mjs';

/** What the stock CLI takes as it comes, whatever the program, with some to spare. */
const stockNeeds = 20 * 2 ** 30;

/**
 * @param {import('./bench-prover/subject.mjs').Bench} bench
 * @param {string} executable
 * @param {import('./bench-prover/sizes.mjs').Size} size
 * @returns {Promise<import('./bench-prover/judge.mjs').Measured>}
 */
async function measureSize(bench, executable, size) {
  const work = {
    executable,
    input: join(bench.folder, `${size.name}.csv`),
    stockArguments: join(bench.folder, `${size.name}.json`),
  };
  await writeFile(work.input, csv(size));
  await writeFile(work.stockArguments, stockArguments(size));
  const { steps } = await dryRun(work, { binary: bench.binary });
  console.log(`${size.name}: ${steps.toLocaleString('en')} steps`);
  const ours = tell('cairn-prover', await ourProver(bench, work));
  const stockSmall = tell('stock, small tables', await stockProver(bench, work, 'small'));
  const free = await availableMemory();
  if (free < stockNeeds) {
    console.log(`  stock, as it comes: not run, it needs ${bytes(stockNeeds)} and ${bytes(free)} are free`);
    return { size: size.name, steps, ours, stockSmall, stockDefault: undefined };
  }
  const stockDefault = tell('stock, as it comes', await stockProver(bench, work, 'default'));
  return { size: size.name, steps, ours, stockSmall, stockDefault };
}

/**
 * @template {import('./bench-prover/subject.mjs').Result} R
 * @param {string} prover
 * @param {R} result
 */
function tell(prover, result) {
  console.log(`  ${prover}: ${seconds(result.cost.seconds)}, ${bytes(result.cost.peakMemory)}`);
  return result;
}

/** @param {string} folder */
async function measure(folder) {
  const bench = {
    folder,
    binary: await findBinary('bench'),
    tools: await buildTools(),
    stock: await installStock(console.log),
  };
  const executable = join(folder, 'hp_fold.json');
  const packageDir = join(repository, 'cairo-sample');
  await compilePackage({ packageDir, output: executable }, { binary: bench.binary });
  const measured = [];
  for (const size of sizes) measured.push(await measureSize(bench, executable, size));
  return measured;
}

async function main() {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
  try {
    const measured = await measure(folder);
    const { stdout: rustc } = await run('rustc', ['--version']);
    const report = {
      command: 'npm run bench:prover',
      date: new Date().toISOString().slice(0, 10),
      machine: machine(),
      versions: { 'stwo-cairo-dev-utils': stockVersion, rustc: rustc.split(' ')[1] ?? '' },
      measured,
      goals: measured.flatMap(judge),
    };
    const results = join(repository, 'docs', 'results');
    await mkdir(results, { recursive: true });
    await writeFile(join(results, 'bench-prover.json'), `${JSON.stringify(report, undefined, 2)}\n`);
    await writeFile(join(results, 'bench-prover.md'), markdown(report));
    for (const goal of report.goals) console.log(goalLine(goal));
    return report.goals.every(({ ok }) => ok);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
}
