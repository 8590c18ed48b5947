import { appendFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePackage, execute, prove } from '@cairn/prover';
import { FileUpload, GraphqlClient } from '@cairn/tui-kit';
import { startServer } from '../bench-api/server.mjs';
import { ORGANIZATION } from '../demo/programs.mjs';
import { sums } from '../drill-api/materials.mjs';

/** Proofs that are handed in at once: the server verifies on as many cores as there are. */
const AT_ONCE = 4;
const OUTPUTS = '\n[tool.cairn]\noutputs = ["sum: felt252", "values: u32"]\n';

/**
 * An organization with an inbox full of proofs, and the server that has them.
 * @typedef {object} World
 * @property {string} url
 * @property {NodeJS.ProcessEnv} env with which `cairn-org` works as the organization
 * @property {string} dataDir
 */

/**
 * Publishes a program, adds input groups of which many have the same values, and hands in a proof of each: made once
 * for each different input, and verified by the server as often as it is handed in.
 * @param {import('../demo/children.mjs').Children} children
 * @param {string} folder
 * @param {{ proofs: number, distinct: number }} size
 * @returns {Promise<World>}
 */
export async function makeWorld(children, folder, { proofs, distinct }) {
  const server = await startServer(children, join(folder, 'api'), {});
  const dataDir = join(folder, 'org');
  const env = {
    CAIRN_ORG_DIR: dataDir,
    PROGRAM_DISTRIBUTOR_URL: server.url,
    CAIRN_PASSWORD: 'correct horse battery',
  };
  const org = (/** @type {string[]} */ ...args) => children.run([ORGANIZATION, ...args], env);
  await org('register', '--username', 'bench', '--name', 'Bench');
  const program = join(folder, 'program');
  await cp(sums, program, { recursive: true });
  await appendFile(join(program, 'Scarb.toml'), OUTPUTS);
  await org('publish', program, '--name', 'Sums', '--lease', '1h');
  const made = await proveInputs(folder, distinct);
  const inputs = join(folder, 'inputs');
  await mkdir(inputs);
  for (let group = 0; group < proofs; group += 1)
    await writeFile(join(inputs, `${nameOf(group)}.csv`), made[group % distinct]?.csv ?? '');
  await org('add-inputs', 'Sums', inputs);
  const groups = (await org('inputs', 'Sums', '--json')).split('\n').map((line) => JSON.parse(line));
  await handIn(server.url, groups, made);
  return { url: server.url, env, dataDir };
}

/** @param {number} group */
function nameOf(group) {
  return `group ${String(group).padStart(6, '0')}`;
}

/**
 * @param {string} folder
 * @param {number} distinct
 */
async function proveInputs(folder, distinct) {
  const executable = join(folder, 'executable.json');
  await compilePackage({ packageDir: sums, output: executable });
  const made = [];
  for (let input = 0; input < distinct; input += 1) {
    const at = (/** @type {string} */ ending) => join(folder, `${input}.${ending}`);
    const csv = `${input}, ${input * 7 + 1}, ${input * input}\n`;
    await writeFile(at('csv'), csv);
    await execute({ executable, input: at('csv'), output: at('execution') });
    await prove({ execution: at('execution'), output: at('proof') });
    made.push({ csv, proof: at('proof') });
  }
  return made;
}

const SUBMIT = 'mutation Submit($input: SubmitProofInput!) { submitProof(input: $input) { id } }';

/**
 * @param {string} url
 * @param {{ id: string, name: string }[]} groups
 * @param {{ proof: string }[]} made
 */
async function handIn(url, groups, made) {
  const api = new GraphqlClient({ serverUrl: url });
  const waiting = [...groups];
  const lane = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      const proof = FileUpload.fromPath(made[Number(group.name.slice(-6)) % made.length]?.proof ?? '');
      await api.request({ toString: () => SUBMIT }, { input: { inputGroupId: group.id, proof } });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
