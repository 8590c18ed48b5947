import { nicknameBytes, submissionBytes } from './donor-statements.js';
import { isSignedBy, keyIdOfPublic, privateKeyOf, publicKeyOf, signBytes } from './ed25519.js';
import { handoverBytes, hasHandedOver } from './key-handover.js';
import { receiptBytes } from './receipt.js';
import { signedBytes } from './signed-bytes.js';
import { RECEIPT, SERVER_KEY } from './test/sample-receipt.js';

const seed = (from: number): Buffer => Buffer.from(Array.from({ length: 32 }, (_, index) => from + index));
const donorKey = privateKeyOf(seed(32));
const [server, donor] = [publicKeyOf(SERVER_KEY), publicKeyOf(donorKey)];
const submission = { server, inputGroupId: '0193', proofSha256: 'ab'.repeat(32), donor };

// The examples of docs/credit.md.
test('signs these bytes, and no others', () => {
  expect(submissionBytes(submission).toString()).toBe(
    `cairn submission 1\nserver 64 ${server}\ninputGroup 4 0193\nproof 64 ${'ab'.repeat(32)}\ndonor 64 ${donor}\n`,
  );
  expect(signBytes(donorKey, submissionBytes(submission))).toBe(
    '9686f570aef007947ef889ca1cf87712ed26f0d5a0d380531c35a8b6fc7210336570b1d6e7429d72e75d7d578fe766cfd1d483e55df1231d28786d9691d1b60b',
  );
  const nickname = { server, donor, nickname: 'Zoë', at: '2026-11-26T13:00:00.000Z' };
  expect(nicknameBytes(nickname).toString()).toBe(
    `cairn nickname 1\nserver 64 ${server}\ndonor 64 ${donor}\nnickname 4 Zoë\nat 24 2026-11-26T13:00:00.000Z\n`,
  );
  expect(handoverBytes(server, donor).toString()).toBe(
    `cairn key handover 1\nfrom 64 ${server}\nto 64 ${donor}\n`,
  );
  expect(receiptBytes(RECEIPT).toString()).toBe(
    `cairn receipt 1
server 64 ${server}
donor 64 ${donor}
programHash 5 0x1a2
inputCommitment 5 0x3b4
inputBinding 8 POSEIDON
outputHash 64 ${'cd'.repeat(32)}
proofHash 64 ${'ef'.repeat(32)}
provenRows 7 2359296
organizationId 36 01932e5c-0000-7000-8000-000000000000
organization 4 Zoë
confirmedAt 24 2026-11-26T13:00:00.123Z
`,
  );
});

test('has keys and signatures that other implementations make too', () => {
  // RFC 8032, 7.1, test 2: the public key, and the signature of one byte.
  const key = privateKeyOf(
    Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex'),
  );
  expect(publicKeyOf(key)).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  const signature = signBytes(key, Buffer.from('72', 'hex'));
  expect(signature).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
  expect(isSignedBy(publicKeyOf(key), Buffer.from('72', 'hex'), signature)).toBe(true);
  expect(keyIdOfPublic(server)).toBe('56475aa75463474c');
});

test('no two lists of values make the same bytes', () => {
  const of = (...values: string[]) =>
    signedBytes(
      'x',
      values.map((value, index) => [`f${index}`, value]),
    ).toString();
  expect(of('a\nf1 1 b', 'c')).not.toBe(of('a', 'b\nf1 1 c'));
  expect(of('a', '')).not.toBe(of('a'));
  expect(of('é')).toContain('f0 2 é');
});

test('a signature for one purpose, server, group, file or donor is none for another', () => {
  const signature = signBytes(donorKey, submissionBytes(submission));
  const holds = (bytes: Buffer, by = donor) => isSignedBy(by, bytes, signature);
  expect(holds(submissionBytes(submission))).toBe(true);
  const others = {
    server: donor,
    inputGroupId: '0194',
    proofSha256: `b${'ab'.repeat(31)}a`,
    donor: server,
  };
  for (const [name, value] of Object.entries(others))
    expect([name, holds(submissionBytes({ ...submission, [name]: value }))]).toEqual([name, false]);
  expect(holds(nicknameBytes({ server, donor, nickname: '', at: '' }))).toBe(false);
  expect(holds(submissionBytes(submission), server)).toBe(false);
});

test.each([
  [
    'a shorter key',
    () => isSignedBy(donor.slice(2), Buffer.from('x'), signBytes(donorKey, Buffer.from('x'))),
  ],
  [
    'capitals',
    () => isSignedBy(donor.toUpperCase(), Buffer.from('x'), signBytes(donorKey, Buffer.from('x'))),
  ],
  ['no point of the curve', () => isSignedBy(`02${'00'.repeat(31)}`, Buffer.from('x'), '00'.repeat(64))],
  [
    'a longer signature',
    () => isSignedBy(donor, Buffer.from('x'), `${signBytes(donorKey, Buffer.from('x'))}00`),
  ],
])('takes %s for no signature', (_, holds) => {
  expect(holds()).toBe(false);
});

test('a key hands over by its own signature alone', () => {
  const handover = signBytes(SERVER_KEY, handoverBytes(server, donor));
  const keys = [{ publicKey: donor }, { publicKey: server, handover }];
  expect(hasHandedOver(server, donor, keys)).toBe(true);
  const forged = signBytes(donorKey, handoverBytes(server, donor));
  expect(hasHandedOver(server, donor, [{ publicKey: server, handover: forged }])).toBe(false);
  expect(hasHandedOver(server, publicKeyOf(privateKeyOf(seed(64))), keys)).toBe(false);
  expect(hasHandedOver(server, donor, [{ publicKey: donor }])).toBe(false);
});
