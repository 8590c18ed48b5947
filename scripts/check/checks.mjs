import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cargoEnvironment } from '../lib/cargo-environment.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';
import { cargoTally } from './cargo-tally.mjs';
import { jestTally } from './jest-tally.mjs';
import { tallyOfOne } from './tally.mjs';

/**
 * @typedef {object} Outcome
 * @property {import('./tally.mjs').Tally} tally
 * @property {string} text what is to be shown when something failed; empty when it was shown as it came
 *
 * @typedef {object} Check
 * @property {string} name
 * @property {() => Promise<Outcome>} check
 */

/** @param {string} text */
const show = (text) => void process.stdout.write(text);

/**
 * A check that says nothing unless something is wrong.
 * @param {string} name
 * @param {string} file
 * @param {string[]} args
 * @returns {Check}
 */
function quiet(name, file, args) {
  const check = async () => {
    const { code, text } = await run(file, args, { cwd: repository });
    return { tally: tallyOfOne(code), text };
  };
  return { name, check };
}

/**
 * @param {string} name
 * @param {string[]} args
 * @returns {Check}
 */
function quietCargo(name, args) {
  const check = async () => {
    const { code, text } = await run('cargo', args, {
      cwd: join(repository, 'prover'),
      env: cargoEnvironment(),
    });
    return { tally: tallyOfOne(code), text };
  };
  return { name, check };
}

/** What jest says of tests that leave something open. After the first of the two it would wait for ever. */
const leak = /Jest did not exit one second after|A worker process has failed to exit gracefully/;

/** @returns {Promise<Outcome>} */
async function jest() {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-check-'));
  const leaked = new AbortController();
  const onError = (/** @type {string} */ text) => {
    show(text);
    if (leak.test(text)) leaked.abort();
  };
  try {
    const report = join(folder, 'jest.json');
    // The command of `npm test`, without npm between: it would not pass the signal on.
    const { scripts } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'));
    const [, ...args] = [...scripts.test.split(' '), '--ci', '--json', `--outputFile=${report}`];
    const { code } = await run(process.execPath, args, { cwd: repository, onError, signal: leaked.signal });
    const written = await readFile(report, 'utf8').catch(() => undefined);
    const exitCode = leaked.signal.aborted ? 1 : code;
    return { tally: jestTally(written && JSON.parse(written), exitCode), text: '' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<Outcome>} */
async function cargoTest() {
  const options = { cwd: join(repository, 'prover'), env: cargoEnvironment(), onText: show };
  const { code, text } = await run('cargo', ['test', '--release', '--locked', '--no-fail-fast'], options);
  return { tally: cargoTally(text, code), text: '' };
}

/** All checks, the quick ones first. @type {Check[]} */
export const checks = [
  quiet('biome', 'biome', ['check', '--error-on-warnings', '.']),
  quiet('types', 'tsc', ['-b']),
  quiet('knip', 'knip', []),
  quiet('schema', 'npm', ['run', '--silent', 'schema', '--', '--check']),
  quiet('codegen', 'npm', ['run', '--silent', 'codegen', '--', '--check']),
  quietCargo('rustfmt', ['fmt', '--check']),
  quietCargo('clippy', ['clippy', '--release', '--locked', '--all-targets', '--', '--deny', 'warnings']),
  { name: 'jest', check: jest },
  { name: 'cargo test', check: cargoTest },
];
