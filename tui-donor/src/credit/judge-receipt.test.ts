import { formatReceipt, privateKeyOf, publicKeyOf, RECEIPT_FIELDS } from '@cairn/shared-schema';
import { judgeReceipt } from './judge-receipt.js';
import { signedReceipt } from './test/signed-receipt.js';

const server = privateKeyOf(Buffer.alloc(32, 1));
const other = privateKeyOf(Buffer.alloc(32, 2));
const receipt = signedReceipt(server);
const text = formatReceipt(receipt);
const known = { 'https://cairn.example': { current: publicKeyOf(server), earlier: [] } };

test('takes a receipt by the key of a known server, now or earlier, or by one that is given', () => {
  const held = { valid: true, receipt, server: 'https://cairn.example', byEarlierKey: false };
  expect(judgeReceipt(text, known)).toEqual(held);
  const since = { 'https://cairn.example': { current: publicKeyOf(other), earlier: [publicKeyOf(server)] } };
  expect(judgeReceipt(text, since)).toEqual({ ...held, byEarlierKey: true });
  expect(judgeReceipt(text, {}, publicKeyOf(server))).toEqual({ ...held, server: undefined });
});

test('a key that is given is the only one that counts', () => {
  expect(judgeReceipt(text, known, publicKeyOf(other))).toMatchObject({ reason: 'UNKNOWN_SERVER' });
});

test.each(RECEIPT_FIELDS)('refuses one whose %s was altered', (field) => {
  const found = receipt[field];
  const altered =
    typeof found === 'number'
      ? found + 1
      : found.replace(/\d(?=\D*$)/u, (digit) => (digit === '1' ? '2' : '1'));
  const value = field === 'inputBinding' ? 'NONE' : field === 'organization' ? 'Another' : altered;
  expect(value).not.toBe(found);
  const judged = judgeReceipt(formatReceipt({ ...receipt, [field]: value }), known);
  expect(judged).toMatchObject({ valid: false, reason: 'WRONG_SIGNATURE' });
});

test('refuses one that anybody could have made', () => {
  expect(judgeReceipt(formatReceipt(signedReceipt(other)), known)).toMatchObject({
    reason: 'UNKNOWN_SERVER',
  });
  expect(judgeReceipt(formatReceipt({ ...receipt, server: publicKeyOf(other) }), known)).toMatchObject({
    reason: 'WRONG_SIGNATURE',
  });
});

test('refuses what is none', () => {
  expect(judgeReceipt('{}', known)).toMatchObject({ reason: 'MALFORMED' });
});
