import type { FileUpload, GraphqlClient, GraphqlDocument } from '@cairn/tui-kit';

/** What a test looks at of an input group. */
export interface SeenGroup {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly attempts: number;
  readonly proof: {
    readonly output: readonly string[];
    readonly steps: number;
    readonly proveSeconds: number;
  } | null;
}

function document<TResult, TVariables>(text: string): GraphqlDocument<TResult, TVariables> {
  return { toString: () => text };
}

const REGISTER = document<{ register: { basicToken: { token: string } } }, { input: Record<string, string> }>(
  'mutation($input: RegisterInput!) { register(input: $input) { basicToken { token } } }',
);
const UPLOAD_PROGRAM = document<{ uploadProgram: { id: string } }, { input: Record<string, unknown> }>(
  'mutation($input: UploadProgramInput!) { uploadProgram(input: $input) { id } }',
);
const UPLOAD_GROUPS = document<{ uploadInputGroups: { id: string }[] }, { input: Record<string, unknown> }>(
  'mutation($input: UploadInputGroupsInput!) { uploadInputGroups(input: $input) { id } }',
);
const GROUPS = document<{ inputGroups: { nodes: SeenGroup[] } }, { programId: string }>(
  `query($programId: ID!) {
     inputGroups(programId: $programId, first: 50) {
       nodes { id name state attempts proof { output steps proveSeconds } }
     }
   }`,
);

const PROOF_OF = document<{ inputGroup: { proof: { id: string } | null } | null }, { id: string }>(
  'query($id: ID!) { inputGroup(id: $id) { proof { id } } }',
);
const CONFIRM = document<object, { input: { proofIds: string[] } }>(
  'mutation($input: ConfirmProofsInput!) { confirmProofs(input: $input) { proofId } }',
);
const REJECT = document<object, { input: { proofIds: string[]; reason: string } }>(
  'mutation($input: RejectProofsInput!) { rejectProofs(input: $input) { proofId } }',
);

/** Decides on the proof of an input group: confirms it, or rejects it for a reason. */
export async function decide(client: GraphqlClient, groupId: string, reason?: string): Promise<void> {
  const { inputGroup } = await client.request(PROOF_OF, { id: groupId });
  const proofIds = [inputGroup?.proof?.id ?? ''];
  if (reason === undefined) await client.request(CONFIRM, { input: { proofIds } });
  else await client.request(REJECT, { input: { proofIds, reason } });
}

/** Makes an account; its token. */
export async function register(client: GraphqlClient, name: string): Promise<string> {
  const input = { username: name, password: 'correct horse battery', name, description: 'for tests' };
  return (await client.request(REGISTER, { input })).register.basicToken.token;
}

export async function uploadProgram(
  client: GraphqlClient,
  name: string,
  leaseSeconds: number,
  archive: FileUpload,
): Promise<string> {
  const input = { name, description: 'for tests', leaseSeconds, archive };
  return (await client.request(UPLOAD_PROGRAM, { input })).uploadProgram.id;
}

export async function addGroup(
  client: GraphqlClient,
  programId: string,
  name: string,
  file: FileUpload,
): Promise<string> {
  const input = { programId, groups: [{ name, file }] };
  const answer = await client.request(UPLOAD_GROUPS, { input });
  return answer.uploadInputGroups[0]?.id ?? '';
}

export async function groupsOf(client: GraphqlClient, programId: string): Promise<SeenGroup[]> {
  return (await client.request(GROUPS, { programId })).inputGroups.nodes;
}
