import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePackage, execute, prove } from '@cairn/prover';
import { FileUpload, GraphqlClient, type GraphqlDocument } from '@cairn/tui-kit';
import { writePackage } from './cairo-package.js';
import { type Lab, startLab } from './with-api.js';

const SUBMIT: GraphqlDocument<{ submitProof: { id: string } }, { input: object }> = {
  toString: () => 'mutation Submit($input: SubmitProofInput!) { submitProof(input: $input) { id } }',
};

/** A lab with a program, and input groups of the same values: one proof is made, and holds for each of them. */
export interface ProvenLab extends Lab {
  readonly programId: string;
  /** Hands in the proof of a group, by the group's name. @returns the proof's id */
  handIn(group: string): Promise<string>;
}

/** @param groups names of the input groups; the proof is handed in for none of them yet */
export async function startProvenLab(
  groups: readonly string[],
  more: Parameters<typeof writePackage>[1] = {},
): Promise<ProvenLab> {
  await using stack = new AsyncDisposableStack();
  const lab = stack.use(await startLab());
  const packageDir = await writePackage(join(lab.folder, 'package'), more);
  const inputs = join(lab.folder, 'inputs');
  await mkdir(inputs);
  for (const name of groups) await writeFile(join(inputs, `${name}.csv`), '1, 2\n');
  const published = await lab.org('publish', packageDir, '--name', 'Adding up', '--lease', '10m', '--json');
  const programId = String(published.records[0]?.id);
  await lab.org('add-inputs', programId, inputs);
  const listed = (await lab.org('inputs', programId, '--json')).records;
  const at = (ending: string) => join(lab.folder, `one.${ending}`);
  await compilePackage({ packageDir, output: at('json') });
  await execute({ executable: at('json'), input: join(inputs, `${groups[0]}.csv`), output: at('execution') });
  await prove({ execution: at('execution'), output: at('proof') });
  const api = new GraphqlClient({ serverUrl: lab.url });
  const handIn = async (group: string) => {
    const inputGroupId = listed.find(({ name }) => name === group)?.id;
    const input = { inputGroupId, proof: FileUpload.fromPath(at('proof')) };
    return (await api.request(SUBMIT, { input })).submitProof.id;
  };
  const owned = stack.move();
  return { ...lab, programId, handIn, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
