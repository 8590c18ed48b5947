import { TestFile } from './graphql-caller.js';
import { proofFixture } from './proof-fixture.js';
import { send } from './send.js';
import type { TestServer } from './test-server.js';

/**
 * One input group goes the whole way over HTTP, as an organization and two donors see it: published, reserved, executed,
 * proven, verified, confirmed.
 * @returns a link to the proof, made before it was confirmed
 */
export async function goTheWholeWay(server: TestServer): Promise<string> {
  const { archive, a } = await proofFixture();

  const { token } = (
    await server.get<{ basicToken: { token: string } }>(
      `mutation ($input: RegisterInput!) { register(input: $input) { basicToken { token } organization { id } } }`,
      { input: { username: 'ada', password: 'correct horse', name: 'Ada & Co', description: 'Sums' } },
    )
  ).basicToken;

  const program = await server.get<{ id: string; programHash: string; executableUrl: string }>(
    `mutation ($input: UploadProgramInput!) { uploadProgram(input: $input) {
       id programHash inputBinding calldata outputs { name type } expectedSteps maxSteps readme executableUrl
       organization { name programCount } groupCounts { total } } }`,
    { input: { name: 'Sums', description: 'Adds up', leaseSeconds: 60, archive: new TestFile(archive) } },
    { token },
  );
  expect(program).toMatchObject({
    inputBinding: 'POSEIDON',
    calldata: 'ARRAY',
    outputs: [{ name: 'sum', type: 'felt252' }],
    expectedSteps: 300,
    maxSteps: 10_000,
    readme: '# Sums\n',
    organization: { name: 'Ada & Co', programCount: 1 },
    groupCounts: { total: 0 },
  });
  const executable = await send(`${server.url}${program.executableUrl}`);
  expect(executable.status).toBe(200);

  const [group] = await server.get<{ id: string; inputCommitment: string }[]>(
    `mutation ($input: UploadInputGroupsInput!) { uploadInputGroups(input: $input) {
       id name state inputCommitment valueCount attempts inputUrl } }`,
    { input: { programId: program.id, groups: [{ name: 'first', file: new TestFile(a.csv, 'a.csv') }] } },
    { token },
  );
  expect(group).toMatchObject({ name: 'first', state: 'AVAILABLE', valueCount: 3, attempts: 0 });

  const lease = await server.get<{ token: string; inputGroup: { inputUrl: string } }>(
    `mutation ($input: ReserveInput!) { reserveInputGroup(input: $input) {
       token kind state fencingNumber inputGroup { id state inputUrl } } }`,
    { input: { programId: program.id, kind: 'EXECUTE', clientKey: 'executor-0123456789' } },
  );
  expect(lease).toMatchObject({
    kind: 'EXECUTE',
    state: 'LIVE',
    fencingNumber: 1,
    inputGroup: { id: group?.id, state: 'RESERVED' },
  });
  expect((await send(`${server.url}${lease.inputGroup.inputUrl}`)).body.toString()).toBe(a.csv);

  const executed = await server.ask(
    `mutation ($input: SubmitExecutionInput!) { submitExecution(input: $input) { state execution { steps url } } }`,
    { input: { token: lease.token, execution: new TestFile(a.execution) } },
  );
  expect(executed).toMatchObject({
    errors: [],
    data: { submitExecution: { state: 'EXECUTED', execution: { steps: expect.any(Number), url: null } } },
  });

  const proving = await server.get<{ token: string; inputGroup: { execution: { url: string } } }>(
    `mutation ($input: ReserveInput!) { reserveInputGroup(input: $input) {
       token fencingNumber inputGroup { execution { url sha256 } } } }`,
    { input: { kind: 'PROVE', clientKey: 'prover-0123456789' } },
  );
  expect(proving).toMatchObject({ fencingNumber: 2 });
  expect((await send(`${server.url}${proving.inputGroup.execution.url}`)).body).toEqual(a.execution);

  const proof = await server.get<{ id: string }>(
    `mutation ($input: SubmitProofInput!) { submitProof(input: $input) {
       id state programHash inputCommitment bound output securityBits steps provenRows proveSeconds url } }`,
    {
      input: {
        inputGroupId: group?.id,
        token: proving.token,
        proof: new TestFile(a.proof),
        proveSeconds: 2.5,
      },
    },
  );
  expect(proof).toMatchObject({
    state: 'SUBMITTED',
    programHash: program.programHash,
    inputCommitment: group?.inputCommitment,
    bound: true,
    output: [group?.inputCommitment, '0x6'],
    securityBits: 96,
    proveSeconds: 2.5,
    url: null,
  });

  const listed = await server.get<{ totalCount: number; nodes: { url: string }[] }>(
    `query { proofs(state: SUBMITTED) { totalCount nodes { id url inputGroup { state name } } } }`,
    {},
    { token },
  );
  expect(listed).toMatchObject({
    totalCount: 1,
    nodes: [{ id: proof.id, inputGroup: { state: 'PROVEN' } }],
  });
  const { url } = listed.nodes[0] ?? { url: '' };
  expect((await send(`${server.url}${url}`)).body).toEqual(a.proof);

  const confirmed = await server.ask(
    `mutation ($ids: [ID!]!) { confirmProofs(input: { proofIds: $ids }) {
       proofId error { code } proof { state output url inputGroup { state execution { sha256 } } } } }`,
    { ids: [proof.id] },
    { token },
  );
  expect(confirmed).toMatchObject({
    errors: [],
    data: {
      confirmProofs: [
        {
          proofId: proof.id,
          error: null,
          proof: {
            state: 'CONFIRMED',
            output: [group?.inputCommitment, '0x6'],
            url: null,
            inputGroup: { state: 'CONFIRMED', execution: null },
          },
        },
      ],
    },
  });
  expect(server.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  return `${server.url}${url}`;
}
