import { createHash, randomBytes } from 'node:crypto';
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BeginUploadDocument } from '@cairn/shared-schema/donor';
import { GraphqlClient } from '@cairn/tui-kit';
import { cuttingProxy } from '@cairn/tui-kit/test';
import { donorWorld } from '../test/donor-world.js';
import { DonorApi, type FinishedFile } from './donor-api.js';

const MIB = 1024 * 1024;
const SIZE = 20 * MIB;
/** What requests are wrapped in, and questions how far it is. */
const OVERHEAD = 64 * 1024;
/** What is in a buffer when a connection breaks, and read by nobody. */
const LOST = 256 * 1024;

const { signal } = new AbortController();

/** A file that is no execution and no proof: how it is judged shows that the server has it whole, and looked into it. */
async function largeFile(folder: string): Promise<FinishedFile> {
  const path = join(folder, 'large');
  const content = randomBytes(SIZE);
  await writeFile(path, content);
  return { path, bytes: SIZE, sha256: createHash('sha256').update(content).digest('hex') };
}
const JUDGED = { code: 'INVALID_REQUEST', message: expect.stringContaining('The execution cannot be read') };
const PROOF_JUDGED = { code: 'PROOF_REJECTED', extensions: expect.objectContaining({ reason: 'MALFORMED' }) };

/** @param attempts of one try; each that gets further is followed by as many */
async function world(attempts = 3, env: Readonly<Record<string, string>> = {}) {
  const made = await donorWorld(env);
  const program = await made.publish('large');
  for (const name of ['first', 'second']) await made.addGroup(program, name, '0,10');
  const proxy = await cuttingProxy(made.api.port);
  const retry = { attempts, firstDelayMs: 100, maxDelayMs: 1000 };
  const retries: string[] = [];
  const api = new DonorApi({
    serverUrl: proxy.url,
    retry,
    onRetry: (_what, error) => retries.push(error.message),
  });
  const reserve = async () => {
    const clientKey = randomBytes(16).toString('hex');
    const reservation = await api.reserve({ kind: 'EXECUTE', clientKey }, signal);
    if (reservation?.token == null) throw new Error('There is nothing to reserve.');
    return { token: reservation.token, inputGroupId: reservation.inputGroup.id };
  };
  const held = await reserve();
  const file = await largeFile(made.folder);
  proxy.sent = 0;
  return {
    made,
    proxy,
    api,
    retries,
    file,
    held,
    reserve,
    async [Symbol.asyncDispose]() {
      await proxy[Symbol.asyncDispose]();
      await made[Symbol.asyncDispose]();
    },
  };
}

type World = Awaited<ReturnType<typeof world>>;

const sendExecution = ({ api, held, file }: World) => api.submitExecution(held.token, file, signal);
const sendProof = ({ api, held, file }: World) => api.submitProof(held, file, signal);

test.each([
  ['an execution', sendExecution, JUDGED],
  ['a proof', sendProof, PROOF_JUDGED],
])(
  'sends nothing of %s again after connections that break, however often',
  async (_, send, judged) => {
    await using at = await world();
    // More breaks than tries: each of them gets further.
    at.proxy.cutEvery(3 * MIB);
    await expect(send(at)).rejects.toMatchObject(judged);
    expect(at.retries.length).toBeGreaterThanOrEqual(6);
    expect(at.proxy.sent).toBeGreaterThanOrEqual(SIZE);
    expect(at.proxy.sent).toBeLessThan(SIZE + OVERHEAD + at.retries.length * LOST);
  },
  120_000,
);

test('sends a proof along where no reservation is named', async () => {
  await using at = await world();
  const { inputGroupId } = at.held;
  await expect(at.api.submitProof({ inputGroupId }, at.file, signal)).rejects.toMatchObject(PROOF_JUDGED);
}, 60_000);

test('does not hand in a file that has changed on disk', async () => {
  await using at = await world();
  await truncate(at.file.path, SIZE - 1);
  await writeFile(at.file.path, 'x', { flag: 'a' });
  await expect(sendExecution(at)).rejects.toMatchObject({
    code: 'UPLOAD_CORRUPT',
    message: expect.stringContaining('SHA-256'),
  });
}, 60_000);

test('sends the file along where what others have announced leaves no room to send it ahead', async () => {
  await using at = await world(3, { CAIRN_EXECUTION_QUOTA: String(SIZE + MIB) });
  const { sha256 } = at.file;
  const { token } = await at.reserve();
  const input = { token, kind: 'EXECUTION', size: SIZE, sha256 } as const;
  await new GraphqlClient({ serverUrl: at.made.api.url }).request(BeginUploadDocument, { input });
  await expect(sendExecution(at)).rejects.toMatchObject(JUDGED);
}, 60_000);
