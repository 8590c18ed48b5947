import { TestFile } from '../../test/graphql-caller.js';
import { proofFixture } from '../../test/proof-fixture.js';
import { RestartedServer } from '../../test/restarted-server.js';
import { send } from '../../test/send.js';
import { until } from '../../test/until.js';
import type { UploadKind } from '../resumable-upload.enums.js';
import { UploadCaller } from './upload-caller.js';

/** Longer than two processes start, and one that was killed counts as a writer that may live. */
const LIMIT_MS = 180_000;

/** A program with one input group, published over HTTP. */
async function publish(server: RestartedServer): Promise<string> {
  const { builtArchive, a } = await proofFixture();
  const account = { username: 'ada', password: 'correct horse', name: 'Ada', description: '' };
  const register = 'mutation ($i: RegisterInput!) { register(input: $i) { basicToken { token } } }';
  const { basicToken } = await server.get<{ basicToken: { token: string } }>(register, { i: account });
  const program = { name: 'Sums', description: '', leaseSeconds: 3600, archive: new TestFile(builtArchive) };
  const upload = 'mutation ($i: UploadProgramInput!) { uploadProgram(input: $i) { id } }';
  const { id: programId } = await server.get<{ id: string }>(upload, { i: program }, basicToken);
  const add = 'mutation ($i: UploadInputGroupsInput!) { uploadInputGroups(input: $i) { id } }';
  const groups = [{ name: 'a', file: new TestFile(a.csv) }];
  const [group] = await server.get<{ id: string }[]>(add, { i: { programId, groups } }, basicToken);
  return group?.id ?? '';
}

interface Held {
  readonly token: string;
  readonly inputGroup: { readonly execution: { readonly url: string } | null };
}

async function reserve(server: RestartedServer, kind: 'EXECUTE' | 'PROVE'): Promise<Held> {
  const query =
    'mutation ($i: ReserveInput!) { reserveInputGroup(input: $i) { token inputGroup { execution { url } } } }';
  return server.get(query, { i: { kind, clientKey: `a client that wants to ${kind}` } });
}

/** Clients that send large files go on where a process has ended, with another one over the same database and store. */
export function restartContract(
  make: () => Promise<{ folder: string; env: NodeJS.ProcessEnv } & AsyncDisposable>,
): void {
  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'goes on with executions and proofs after a %s, and has them whole',
    async (signal) => {
      await using place = await make();
      await using server = await RestartedServer.start(place.folder, {
        ...place.env,
        CAIRN_STOP_SECONDS: '1',
      });
      const { a } = await proofFixture();
      const inputGroupId = await publish(server);
      const executing = await reserve(server, 'EXECUTE');
      const executionId = await sendAcross(server, executing.token, a.execution, 'EXECUTION', signal);
      const hand = 'mutation ($i: SubmitExecutionInput!) { submitExecution(input: $i) { state } }';
      const i = { token: executing.token, uploadId: executionId };
      expect(await server.get(hand, { i })).toEqual({ state: 'EXECUTED' });

      const { token, inputGroup } = await reserve(server, 'PROVE');
      const stored = await send(server.url + inputGroup.execution?.url);
      expect(stored.body.equals(a.execution)).toBe(true);
      const uploadId = await sendAcross(server, token, a.proof, 'PROOF', signal);
      const prove =
        'mutation ($i: SubmitProofInput!) { submitProof(input: $i) { state inputGroup { state } } }';
      expect(await server.get(prove, { i: { inputGroupId, token, uploadId } })).toEqual({
        state: 'SUBMITTED',
        inputGroup: { state: 'PROVEN' },
      });
    },
    LIMIT_MS,
  );
}

/** Sends a third, and a third more that the process ends under; then what is left, to the next one. */
async function sendAcross(
  server: RestartedServer,
  token: string,
  content: Buffer,
  kind: UploadKind,
  signal: 'SIGTERM' | 'SIGKILL',
): Promise<string> {
  const caller = new UploadCaller({ server }, token);
  const third = Math.floor(content.length / 3);
  const { id, url } = await caller.begin(content, kind);
  expect((await caller.patch(url, 0, content.subarray(0, third))).status).toBe(204);
  const cut = caller.open(url, third);
  cut.write(content.subarray(third, 2 * third));
  await until(async () => (await caller.begin(content, kind)).beingSent);
  expect(await server.restart(signal)).toBe(signal === 'SIGTERM' ? 0 : null);
  cut.destroy();

  // The link was signed by the process that has ended.
  const offset = await caller.offset(url);
  // What was answered is there; what was on its way may be.
  expect(offset).toBeGreaterThanOrEqual(third);
  expect(offset).toBeLessThanOrEqual(2 * third);
  const again = await caller.begin(content, kind);
  expect(again).toMatchObject({ id, offset, complete: false });
  if (signal === 'SIGTERM') expect(again.beingSent).toBe(false);
  let last = 0;
  // A writer that was killed may live, for all that the next process knows, until it has been silent for long enough.
  await until(async () => {
    last = (await caller.patch(url, offset, content.subarray(offset))).status;
    return last !== 423;
  });
  expect(last).toBe(204);
  expect(await caller.begin(content, kind)).toMatchObject({ id, complete: true, url: null });
  return id;
}
