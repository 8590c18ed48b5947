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
 * @typedef {{ program: string, server: string, token: string, seconds: number, folder: string, show: NodeJS.WritableStream }} Audit
 */

/**
 * Lets it loose on REST, and returns its report.
 * @param {Audit} audit
 */
export function auditRest(audit) {
  const { server, token } = audit;
  const phases = ['--phases', 'examples,coverage,fuzzing,stateful'];
  const checks = ['--exclude-checks', LEFT_OUT];
  return runSchemathesis(audit, [`${server}/openapi.json`, '-H', `token: ${token}`, ...phases, ...checks]);
}

/**
 * Lets it loose on GraphQL, with a check of Cairn's own, and returns its report. The stock check takes every refusal for an
 * error of the server: a word that is too short, an id that is nobody's.
 * @param {Audit} audit
 */
export function auditGraphql(audit) {
  const { server, token } = audit;
  const headers = ['-H', `authorization: Bearer ${token}`];
  const amount = ['--phases', 'fuzzing', '--max-examples', '30'];
  const checks = ['--exclude-checks', `${LEFT_OUT},not_a_server_error`];
  return runSchemathesis(audit, [`${server}/graphql`, ...headers, ...amount, ...checks], {
    SCHEMATHESIS_HOOKS: join(here, 'graphql_checks.py'),
  });
}

/**
 * @param {Audit} audit
 * @param {string[]} what
 * @param {Record<string, string>} [env]
 * @returns {Promise<SchemathesisReport>}
 */
async function runSchemathesis({ program, seconds, folder, show }, what, env = {}) {
  const report = join(folder, 'schemathesis.json');
  const output = ['--no-color', '--report', 'json', '--report-json-path', report];
  const kept = ['--generation-database', 'none', '--continue-on-failure', '--max-time', String(seconds)];
  await rm(report, { force: true });
  const options = {
    cwd: folder,
    env: { ...process.env, ...env },
    onText: (/** @type {string} */ text) => show.write(text),
  };
  await run(program, ['run', ...what, ...kept, ...output], options);
  return JSON.parse(await readFile(report, 'utf8'));
}
