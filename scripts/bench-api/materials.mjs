import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeMaterials, sums } from '../drill-api/materials.mjs';
import { run } from '../lib/run.mjs';

/**
 * What the servers are filled with, and what donors hand in.
 * @typedef {object} Materials
 * @property {Buffer} archive of the program, which brings its executable
 * @property {string} csv of every input group
 * @property {string} proof path of a proof that holds for every group
 */

/**
 * @param {string} folder
 * @returns {Promise<Materials>}
 */
export async function prepare(folder) {
  const { materials } = await makeMaterials(folder, 1);
  const [material] = materials;
  if (material === undefined) throw new Error('no proof was made');
  const proof = join(folder, 'proof');
  await writeFile(proof, material.proof);
  return { archive: await packBuilt(folder), csv: material.csv, proof };
}

/** @param {string} folder with the executable */
async function packBuilt(folder) {
  const built = join(folder, 'package');
  await cp(sums, built, { recursive: true });
  await mkdir(join(built, 'target', 'dev'), { recursive: true });
  await cp(join(folder, 'executable.json'), join(built, 'target', 'dev', 'sums.executable.json'));
  const archive = join(folder, 'built.tar');
  const { code, text } = await run('tar', ['-cf', archive, '-C', built, 'Scarb.toml', 'src', 'target']);
  if (code !== 0) throw new Error(`the program could not be packed:\n${text}`);
  return readFile(archive);
}
