import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { machine } from '../lib/machine.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';
import { writeFileWhole } from '../lib/write-file-whole.mjs';
import { markdown } from './report.mjs';

/** @param {import('./judge.mjs').Measured & { command: string, loadBefore: number, goals: import('../lib/goals.mjs').Goal[] }} measured */
export async function writeResults({ command, ...measured }) {
  const { stdout } = await run('git', ['-C', repository, 'describe', '--always', '--dirty']);
  const { devDependencies } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'));
  const report = {
    command,
    date: new Date().toISOString().slice(0, 10),
    commit: stdout.trim(),
    machine: machine(),
    versions: { node: process.versions.node, apollo: devDependencies['@apollo/server'] },
    ...measured,
  };
  const file = (/** @type {string} */ ending) => join(repository, 'docs', 'results', `bench-api.${ending}`);
  await writeFileWhole(file('json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(file('md'), markdown(report));
}
