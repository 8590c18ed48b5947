import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { execute, prove } from '@cairn/prover';
import { publicKeyOf, signBytes, submissionBytes } from '@cairn/shared-schema';
import { downloadFile, FileUpload, GraphqlClient, type GraphqlDocument, sha256OfFile } from '@cairn/tui-kit';

interface Work {
  readonly reserveInputGroup: {
    readonly token: string;
    readonly inputGroup: {
      readonly id: string;
      readonly inputUrl: string;
      readonly program: { readonly executableUrl: string };
    };
  };
}

const RESERVE: GraphqlDocument<Work, { input: object }> = {
  toString: () => `mutation Reserve($input: ReserveInput!) {
    reserveInputGroup(input: $input) { token inputGroup { id inputUrl program { executableUrl } } }
  }`,
};

const SUBMIT: GraphqlDocument<{ submitProof: { id: string } }, { input: object }> = {
  toString: () => 'mutation Submit($input: SubmitProofInput!) { submitProof(input: $input) { id } }',
};

const SERVER_KEY: GraphqlDocument<{ serverInfo: { receiptKeys: { publicKey: string }[] } }, object> = {
  toString: () => '{ serverInfo { receiptKeys { publicKey } } }',
};

/** Signs what it hands in with a key of its own, so that there is a receipt. */
async function signature(api: GraphqlClient, inputGroupId: string, path: string): Promise<object> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const donor = publicKeyOf(privateKey);
  const server = (await api.request(SERVER_KEY, {})).serverInfo.receiptKeys[0]?.publicKey ?? '';
  const proofSha256 = (await sha256OfFile(path)) ?? '';
  const bytes = submissionBytes({ server, inputGroupId, proofSha256, donor });
  return { publicKey: donor, signature: signBytes(privateKey, bytes) };
}

/** Does what a donor does, once: reserves an input group, executes and proves it, and sends the proof. */
export async function donate(serverUrl: string, programId: string, folder: string): Promise<string> {
  const api = new GraphqlClient({ serverUrl });
  const clientKey = `test-${Math.random().toString(16).slice(2).padEnd(20, '0')}`;
  const input = { programId, kind: 'EXECUTE_AND_PROVE', clientKey };
  const { token, inputGroup } = (await api.request(RESERVE, { input })).reserveInputGroup;
  const at = (name: string) => join(folder, `${inputGroup.id}.${name}`);
  const fetchTo = async (url: string, destination: string) => {
    await downloadFile({ address: api.address, url, destination, maxBytes: 1e8 });
    return destination;
  };
  const executable = await fetchTo(inputGroup.program.executableUrl, at('executable.json'));
  const csv = await fetchTo(inputGroup.inputUrl, at('csv'));
  await execute({ executable, input: csv, output: at('execution') });
  await prove({ execution: at('execution'), output: at('proof') });
  const proof = FileUpload.fromPath(at('proof'));
  const donor = await signature(api, inputGroup.id, at('proof'));
  const answer = await api.request(SUBMIT, { input: { inputGroupId: inputGroup.id, token, proof, donor } });
  return answer.submitProof.id;
}
