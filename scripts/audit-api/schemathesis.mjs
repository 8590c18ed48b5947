import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../lib/cache-folder.mjs';
import { Failure } from '../lib/failure.mjs';
import { contentsOf, hashOf } from '../lib/hash-files.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';

const here = join(repository, 'scripts', 'audit-api');

/**
 * What is not asked for: that whatever has the form of a request is taken. No schema says which bytes are a program, an
 * input group or a proof, nor which characters disguise a name.
 */
export const LEFT_OUT = 'positive_data_acceptance';

/**
 * Puts the pinned schemathesis into an environment of its own in the cache folder, unless it is there.
 * @param {(line: string) => void} say
 * @returns {Promise<string>} the program
 */
export async function installSchemathesis(say) {
  const key = hashOf(await contentsOf(here, ['requirements.txt'])).slice(0, 16);
  const folder = join(cacheFolder(), 'schemathesis', key);
  const program = join(folder, 'bin', 'st');
  if ((await run(program, ['--version'])).code === 0) return program;
  say('installing schemathesis into the cache folder');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '..'), { recursive: true });
  await mustRun('python3', ['-m', 'venv', folder], 'Install Python 3.10 or newer, with venv.');
  const requirements = join(here, 'requirements.txt');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:'];
  await mustRun(join(folder, 'bin', 'python'), [...pip, '-r', requirements], 'Check the way to PyPI.');
  return program;
}

/**
 * @param {string} file
 * @param {string[]} args
 * @param {string} help
 */
async function mustRun(file, args, help) {
  const { code, text } = await run(file, args);
  if (code !== 0) throw new Failure(`${file} ${args.join(' ')} failed (exit code ${code}):\n${text}${help}`);
}

/**
 * @typedef {object} SchemathesisReport the part of its JSON report that is read here
 * @property {string} schemathesis_version
 * @property {string | number} seed
 * @property {{ total: number, tested: number, errored: number }} operations
 * @property {{ generated: number, with_failures: number }} test_cases
 * @property {Record<string, { status: string }>} phases
 * @property {object[]} failures
 * @property {object[]} errors
 */

/**
 * Runs it, and returns its report.
 * @param {{ program: string, server: string, token: string, seconds: number, folder: string, show: NodeJS.WritableStream }} audit
 * @returns {Promise<SchemathesisReport>}
 */
export async function runSchemathesis({ program, server, token, seconds, folder, show }) {
  const report = join(folder, 'schemathesis.json');
  const phases = ['--phases', 'examples,coverage,fuzzing,stateful', '--max-time', String(seconds)];
  const output = ['--no-color', '--report', 'json', '--report-json-path', report];
  const kept = ['--generation-database', 'none', '--continue-on-failure', '--exclude-checks', LEFT_OUT];
  const args = ['run', `${server}/openapi.json`, '-H', `token: ${token}`, ...phases, ...kept, ...output];
  await run(program, args, { cwd: folder, onText: (text) => show.write(text) });
  return JSON.parse(await readFile(report, 'utf8'));
}
