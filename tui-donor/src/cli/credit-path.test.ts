import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Receipt, readReceipt } from '@cairn/shared-schema';
import { startApi } from '@cairn/tui-kit/test';
import { DonorProcess } from '../test/donor-process.js';
import { type DonorWorld, donorWorld } from '../test/donor-world.js';

/** From the first start to a receipt that is checked without any network, with a real server and a real prover. */

let world: DonorWorld;
let dataDir: string;

beforeAll(async () => {
  // Work for what was published from the donor's own network would not rank.
  world = await donorWorld({ CAIRN_TRUSTED_PROXIES: 'loopback' }, '203.0.113.5');
  dataDir = join(world.folder, 'donor');
});

afterAll(() => world[Symbol.asyncDispose]());

/** What a command says, a JSON line each. */
async function say<T>(words: readonly string[], exitCode = 0): Promise<T[]> {
  const command = new DonorProcess([...words, '--json', '--data-dir', dataDir]);
  await command.end(exitCode);
  return command.lines as unknown as T[];
}

interface Judged {
  readonly file: string;
  readonly valid: boolean;
  readonly reason?: string;
  readonly receipt?: Receipt;
}

interface Board {
  readonly leaderboard: readonly {
    publicKey: string;
    nickname: string | null;
    place: number;
    provenRows: number;
  }[];
  readonly you: {
    readonly place: number | null;
    readonly provenRows: number;
    readonly waitingProofs: number;
  };
}

test('takes a donor from its first start to an offline verified receipt', async () => {
  const server = ['--server', world.api.url];
  expect(await say(['key', 'show'], 1)).toMatchObject([{ error: { code: 'NO_KEY' } }]);
  expect(await say(['nickname', ' Ａda  L. ', ...server])).toMatchObject([
    { nickname: 'Ada L.', isShown: false, why: 'it is told after your first accepted proof' },
  ]);
  const program = await world.publish('credit');
  const group = await world.addGroup(program, 'first', '0,1000');
  const donor = world.donor('--program', program, '--mode', 'full', '--count', '1');
  await donor.end();
  const [proved] = donor.events('proved');

  const [key] = await say<{ publicKey: string; servers: { url: string; publicKey: string }[] }>([
    'key',
    'show',
  ]);
  expect(key?.servers).toMatchObject([{ url: world.api.url }]);
  const [waiting] = await say<Board>(['leaderboard', ...server]);
  expect(waiting).toMatchObject({ leaderboard: [], you: { place: null, provenRows: 0, waitingProofs: 1 } });
  expect(await say(['receipts', 'list', ...server])).toEqual([]);

  await world.confirm(group);
  for (const which of [[], ['--program', program]])
    expect(await say<Board>(['leaderboard', ...which, ...server])).toMatchObject([
      {
        leaderboard: [
          {
            place: 1,
            publicKey: key?.publicKey,
            nickname: 'Ada L.',
            provenRows: proved?.provenRows,
            proofs: 1,
          },
        ],
        you: { place: 1, provenRows: proved?.provenRows, waitingProofs: 0 },
      },
    ]);
  const [listed] = await say<Judged>(['receipts', 'list', ...server]);
  expect(listed).toMatchObject({
    valid: true,
    receipt: { donor: key?.publicKey, proofHash: proved?.sha256, provenRows: proved?.provenRows },
  });
  await say(['receipts', 'export', join(world.folder, 'exported')]);
}, 180_000);

test('checks receipts when no server is there any more, and finds every alteration', async () => {
  await world.api.stop();
  const [own] = await say<Judged>(['receipts', 'verify']);
  expect(own).toMatchObject({ valid: true, server: world.api.url, byEarlierKey: false });
  const [name = ''] = await readdir(join(world.folder, 'exported'));
  const exported = join(world.folder, 'exported', name);
  expect(await say<Judged>(['receipts', 'verify', exported])).toMatchObject([{ valid: true }]);
  const stranger = ['--data-dir', join(world.folder, 'stranger')];
  const unknown = new DonorProcess(['receipts', 'verify', exported, '--json', ...stranger]);
  await unknown.end(1);
  expect(unknown.lines).toMatchObject([{ valid: false, reason: 'UNKNOWN_SERVER' }]);
  const receipt = readReceipt(await readFile(exported, 'utf8'));
  const told = new DonorProcess([
    'receipts',
    'verify',
    exported,
    '--json',
    '--server-key',
    receipt.server,
    ...stranger,
  ]);
  await told.end();
  expect(told.lines).toMatchObject([{ valid: true }]);

  const altered = join(world.folder, 'altered');
  await mkdir(altered);
  const changes = { provenRows: receipt.provenRows + 1, organization: 'Another', donor: receipt.server };
  for (const [field, value] of Object.entries(changes))
    await writeFile(
      join(altered, `${field}.json`),
      JSON.stringify({ cairnReceipt: 1, ...receipt, [field]: value }),
    );
  const files = (await readdir(altered)).map((file) => join(altered, file));
  const judged = await say<Judged>(['receipts', 'verify', exported, ...files], 1);
  expect(judged.map(({ valid, reason }) => [valid, reason])).toEqual([
    [true, undefined],
    ...files.map(() => [false, 'WRONG_SIGNATURE']),
  ]);
}, 60_000);

test('does nothing for a server that has another key, until one has said so', async () => {
  await using other = await disposable(await startApi({ port: world.api.port }));
  const server = ['--server', other.url];
  const told = await say<{ error?: { code: string; help: string } }>(['run', ...server], 2);
  const refused = told.at(-1);
  expect(refused?.error).toMatchObject({ code: 'SERVER_KEY_CHANGED' });
  const [, keyId = ''] = /key trust ([0-9a-f]{16})/u.exec(refused?.error?.help ?? '') ?? [];
  expect(await say(['receipts', 'list', ...server], 2)).toMatchObject([
    { error: { code: 'SERVER_KEY_CHANGED' } },
  ]);
  expect(await say(['key', 'trust', '0123456789abcdef', ...server], 2)).toMatchObject([
    { error: { code: 'USAGE' } },
  ]);
  expect(await say(['key', 'trust', keyId, ...server])).toMatchObject([{ keyId }]);
  expect(await say(['run', ...server], 3)).toContainEqual(
    expect.objectContaining({ error: expect.objectContaining({ code: 'NOTHING_TO_DO' }) }),
  );
  // The key before did not hand over: it may be in other hands.
  expect(await say(['receipts', 'verify'], 1)).toMatchObject([{ valid: false, reason: 'UNKNOWN_SERVER' }]);
}, 60_000);

async function disposable<T extends { stop(): Promise<void> }>(api: T): Promise<T & AsyncDisposable> {
  return Object.assign(api, { [Symbol.asyncDispose]: () => api.stop() });
}
