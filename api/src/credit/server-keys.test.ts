import { hasHandedOver, isSignedBy, keyIdOfPublic } from '@cairn/shared-schema';
import { randomSecrets } from '../config/stored-secrets.js';
import { TestServer } from '../test/test-server.js';
import { ServerKeys } from './server-keys.js';

const bytes = Buffer.from('x');

it('is the same for all replicas, and another for another server', () => {
  const secrets = randomSecrets();
  const [one, other] = [new ServerKeys(secrets), new ServerKeys({ ...secrets })];
  expect(other.told).toEqual(one.told);
  expect(isSignedBy(one.current, bytes, other.sign(bytes))).toBe(true);
  expect(new ServerKeys(randomSecrets()).current).not.toBe(one.current);
});

it('hands over to a new secret, from each of those before', () => {
  const first = randomSecrets();
  const [second = '', third = ''] = [randomSecrets().receipts, randomSecrets().receipts];
  const earlierReceipts = [second, first.receipts ?? ''];
  const keys = new ServerKeys({ ...first, receipts: third, earlierReceipts });
  const before = new ServerKeys(first);
  expect(keys.publicKeys).toHaveLength(3);
  expect(keys.told[0]).toEqual({ publicKey: keys.current, handover: null });
  for (const known of [before.current, new ServerKeys({ ...first, receipts: second }).current])
    expect(hasHandedOver(known, keys.current, keys.told)).toBe(true);
  expect(isSignedBy(keys.current, bytes, keys.sign(bytes))).toBe(true);
  const without = new ServerKeys({ ...first, receipts: third });
  expect(hasHandedOver(before.current, without.current, without.told)).toBe(false);
});

it('serves with secrets of before there were receipts, and hands over from them', () => {
  const { receipts: _, ...old } = randomSecrets();
  const before = new ServerKeys(old);
  const keys = new ServerKeys({ ...old, receipts: 'r'.repeat(32), earlierReceipts: [old.reservation] });
  expect(hasHandedOver(before.current, keys.current, keys.told)).toBe(true);
});

it('tells its keys, and none of its secrets', async () => {
  await using server = await TestServer.start();
  const { receiptKeys } = await server.get<{ receiptKeys: unknown }>(
    '{ serverInfo { receiptKeys { keyId publicKey handover } } }',
  );
  const publicKey = server.app.server.serverKeys.current;
  expect(receiptKeys).toEqual([{ keyId: keyIdOfPublic(publicKey), publicKey, handover: null }]);
});
