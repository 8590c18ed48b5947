import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePackage, execute, prove } from '@cairn/prover';
import { programTemplate } from '../../cairo-sample/dist/index.js';
import { call } from '../lib/call-rest.mjs';

/** Programs to begin with, each with input groups and a proof: some of them are deleted on the way. */
const PROGRAMS = 8;
const GROUPS = 4;

/**
 * Publishes the template a few times over REST, so that there are ids that lead somewhere.
 * @param {string} server
 * @param {string} folder
 * @returns {Promise<string>} the token of the organization
 */
export async function publish(server, folder) {
  const account = { username: 'audit', password: 'correct horse', name: 'Audit', description: '' };
  await call(server, '/account/register', { json: account });
  const { data } = await call(server, '/account/login', { json: account });
  const { token } = data.basic_token;
  const archive = await (await fetch(`${server}/program/template`)).blob();
  const input = await readFile(join(programTemplate, 'inputs', 'first.csv'));
  const proof = new Blob([new Uint8Array(await proofOf(folder))]);
  const { organizations } = (await call(server, '/account/organizations', {})).data;
  for (let n = 0; n < PROGRAMS; n += 1) {
    const facts = { name: `Program ${n}`, description: '', execution_timeout: 600 };
    const { program_id } = (await call(server, '/program/upload', { token, file: archive, form: facts }))
      .data;
    const groups = [];
    for (let g = 0; g < GROUPS; g += 1) {
      const upload = { token, file: new Blob([new Uint8Array(input)]), form: { name: `group ${g}` } };
      groups.push((await call(server, `/program/inputs/${program_id}`, upload)).data.input_group_id);
    }
    const { organization_id } = organizations[0];
    const form = { organization_id, program_id, input_group_id: groups[0] };
    await call(server, '/program/proof', { file: proof, form });
  }
  return token;
}

/**
 * Proves the template's run on its input, as a donor does.
 * @param {string} folder
 */
async function proofOf(folder) {
  const at = (/** @type {string} */ name) => join(folder, name);
  const executable = at('executable.json');
  await compilePackage({ packageDir: programTemplate, output: executable });
  const input = join(programTemplate, 'inputs', 'first.csv');
  await execute({ executable, input, output: at('execution.bin') });
  await prove({ execution: at('execution.bin'), output: at('proof.bin') });
  return readFile(at('proof.bin'));
}
