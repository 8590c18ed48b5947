import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePackage, execute, prove } from '@cairn/prover';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';

export const sums = join(repository, 'prover', 'tests', 'programs', 'sums');
const inputs = ['1, 2, 3\n', '40, -2\n', '5\n', '6, 7, 8, 9\n'];

/**
 * What donors hand in for every input group with these values.
 * @typedef {object} Material
 * @property {string} name
 * @property {string} csv
 * @property {Buffer} execution
 * @property {string} executionSha256
 * @property {Buffer} proof
 * @property {string} proofSha256
 */

/**
 * A program, a few inputs of it, and their real executions and proofs: made once, handed in again and again.
 * @param {string} folder
 * @param {number} [count] of inputs
 */
export async function makeMaterials(folder, count = inputs.length) {
  const executable = join(folder, 'executable.json');
  await compilePackage({ packageDir: sums, output: executable });
  const archive = join(folder, 'program.tar');
  const { code, text } = await run('tar', ['-cf', archive, '-C', sums, 'Scarb.toml', 'src']);
  if (code !== 0) throw new Error(`the program could not be packed:\n${text}`);
  /** @type {Material[]} */
  const materials = [];
  for (const [index, csv] of inputs.slice(0, count).entries())
    materials.push(await work(folder, executable, `m${index}`, csv));
  return { archive: await readFile(archive), materials };
}

/**
 * @param {string} folder
 * @param {string} executable
 * @param {string} name
 * @param {string} csv
 * @returns {Promise<Material>}
 */
async function work(folder, executable, name, csv) {
  const at = (/** @type {string} */ ending) => join(folder, `${name}.${ending}`);
  await writeFile(at('csv'), csv);
  await execute({ executable, input: at('csv'), output: at('execution') });
  await prove({ execution: at('execution'), output: at('proof') });
  const execution = await readFile(at('execution'));
  const proof = await readFile(at('proof'));
  return { name, csv, execution, executionSha256: sha256(execution), proof, proofSha256: sha256(proof) };
}

/** @param {string | Buffer} content */
export function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
