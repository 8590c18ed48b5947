import { keyIdOfPublic, privateKeyOf, publicKeyOf } from '@cairn/shared-schema';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { readOrMakeDonorKey } from '../credit/donor-key.js';
import { DonorProcess } from '../test/donor-process.js';
import { scriptedServer } from '../test/scripted-server.js';

const CLEAR = '\u001b[2J';
const publicKey = publicKeyOf(privateKeyOf(Buffer.alloc(32, 1)));

test('shows nothing of a server that writes to the terminal where numbers should be', async () => {
  await using folder = await temporaryFolder();
  const donor = await readOrMakeDonorKey(folder.path);
  const standing = {
    publicKey: donor.publicKey,
    nickname: CLEAR,
    place: CLEAR,
    rankedRows: 1,
    provenRows: CLEAR,
    proofs: CLEAR,
    waitingProofs: CLEAR,
  };
  await using server = await scriptedServer({
    Leaderboard: () => ({ leaderboard: [standing] }),
    Standing: () => ({ donor: standing }),
  });
  const args = ['leaderboard', '--server', server.url, '--data-dir', folder.path];
  const command = new DonorProcess(args, {}, 'text');
  await command.end();
  expect(command.text).toContain('You: ');
  expect(command.text).not.toContain('\u001b');
});

test.each(['zz', ' '])('trusts no key that has %j behind it', async (junk) => {
  await using folder = await temporaryFolder();
  await using server = await scriptedServer({
    ServerKeys: () => ({ serverInfo: { receiptKeys: [{ publicKey: publicKey + junk, handover: null }] } }),
  });
  const args = ['key', 'trust', keyIdOfPublic(publicKey), '--server', server.url, '--data-dir', folder.path];
  const command = new DonorProcess([...args, '--json']);
  await command.end(2);
  expect(command.stderr).toContain(`the key of ${server.url} is none`);
});
