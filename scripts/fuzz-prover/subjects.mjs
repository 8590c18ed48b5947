import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePackage, execute, prove } from '@cairn/prover';
import { Failure } from '../lib/failure.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';

const programs = join(repository, 'prover', 'tests', 'programs');
const forgeries = ['weak', 'salted', 'tampered', 'balanced'];

/** Programs on inputs, and how their output names the input. */
const subjects = [
  { name: 'sums-3', program: 'sums', csv: '1, 2, 3\n', binding: 'poseidon', isForged: true },
  { name: 'sums-2', program: 'sums', csv: '4, 5\n', binding: 'poseidon', isForged: false },
  { name: 'builtins', program: 'builtins', csv: '7, 7, 9\n', binding: 'poseidon', isForged: false },
  { name: 'rarities', program: 'rarities', csv: '5, 6, 7\n', binding: 'none', isForged: false },
  { name: 'echoes', program: 'echoes', csv: '1, 2, 3\n', binding: 'echo', isForged: false },
];

/**
 * Makes all that is mutated: executables, inputs, executions, honest proofs and forged ones.
 * @param {string} folder
 * @param {{ binary: string, fuzzer: string }} tools
 */
export async function makeSubjects(folder, { binary, fuzzer }) {
  const list = [];
  for (const { name, program, csv, binding, isForged } of subjects) {
    const files = {
      executable: `${program}.executable.json`,
      input: `${name}.csv`,
      execution: `${name}.execution`,
      proof: `${name}.proof`,
    };
    const at = (/** @type {keyof typeof files} */ file) => join(folder, files[file]);
    await compilePackage({ packageDir: join(programs, program), output: at('executable') }, { binary });
    await writeFile(at('input'), csv);
    const work = { executable: at('executable'), input: at('input'), output: at('execution') };
    await execute(work, { binary });
    await prove({ execution: at('execution'), output: at('proof') }, { binary });
    const forged = isForged ? await forge(folder, fuzzer, at('execution')) : [];
    list.push({ ...files, binding, forged });
  }
  await writeFile(join(folder, 'subjects.json'), JSON.stringify(list));
}

/**
 * @param {string} folder
 * @param {string} fuzzer
 * @param {string} execution
 */
async function forge(folder, fuzzer, execution) {
  const names = [];
  for (const kind of forgeries) {
    const name = `${kind}.proof`;
    const args = ['forge', kind, `--execution=${execution}`, `--output=${join(folder, name)}`];
    const { code, text } = await run(fuzzer, args);
    if (code !== 0) throw new Failure(`the forgery ${kind} could not be made:\n${text}`);
    names.push(name);
  }
  return names;
}
