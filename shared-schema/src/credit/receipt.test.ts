import { privateKeyOf, publicKeyOf } from './ed25519.js';
import { isReceiptSigned, outputHash, RECEIPT_FIELDS, type Receipt } from './receipt.js';
import { formatReceipt, MAX_RECEIPT_BYTES, NoReceiptError, readReceipt } from './receipt-file.js';
import { RECEIPT } from './test/sample-receipt.js';

const other = publicKeyOf(privateKeyOf(Buffer.alloc(32, 7)));

test('is written, read and signed', () => {
  const text = formatReceipt(RECEIPT);
  expect(readReceipt(text)).toEqual(RECEIPT);
  expect(isReceiptSigned(readReceipt(text))).toBe(true);
});

/** Each field as somebody might alter it, in the form that it must have. */
const ALTERED: Record<keyof Receipt, unknown> = {
  server: other,
  donor: other,
  programHash: '0x1a3',
  inputCommitment: '0x3b5',
  inputBinding: 'NONE',
  outputHash: 'ce'.repeat(32),
  proofHash: 'ee'.repeat(32),
  provenRows: RECEIPT.provenRows + 1,
  organizationId: '01932e5c-0000-7000-8000-000000000001',
  organization: 'Zoe',
  confirmedAt: '2026-11-26T13:00:00.124Z',
  signature: RECEIPT.signature.replace(/^./u, (digit) => (digit === '0' ? '1' : '0')),
};

test.each(Object.entries(ALTERED))('does not hold with another %s', (name, value) => {
  const altered = readReceipt(formatReceipt({ ...RECEIPT, [name]: value }));
  expect(altered).not.toEqual(RECEIPT);
  expect(isReceiptSigned(altered)).toBe(false);
});

test('every field is signed', () => {
  expect(Object.keys(ALTERED).sort()).toEqual([...RECEIPT_FIELDS, 'signature'].sort());
});

test.each(Object.keys(ALTERED))('is none without %s', (name) => {
  const { [name]: _, ...rest } = JSON.parse(formatReceipt(RECEIPT)) as Record<string, unknown>;
  expect(() => readReceipt(JSON.stringify(rest))).toThrow(`its field ${name} is missing`);
});

test.each([
  ['no JSON', 'receipt', /not valid JSON/u],
  ['a list', '[]', /no JSON object/u],
  [
    'another version',
    formatReceipt(RECEIPT).replace('"cairnReceipt": 1', '"cairnReceipt": 2'),
    /cairnReceipt/u,
  ],
  ['what nobody has signed', formatReceipt(RECEIPT).replace('{', '{ "note": "verified",'), /field "note"/u],
  ['rows as a text', formatReceipt(RECEIPT).replace('2359296', '"2359296"'), /provenRows/u],
  ['half a row', formatReceipt(RECEIPT).replace('2359296', '2359296.5'), /provenRows/u],
  ['a name that drives terminals', formatReceipt(RECEIPT).replace('Zoë', 'Zo\\u001b[2J'), /organization /u],
  ['capitals', formatReceipt({ ...RECEIPT, donor: RECEIPT.donor.toUpperCase() }), /donor/u],
  ['megabytes', `${formatReceipt(RECEIPT)}${' '.repeat(MAX_RECEIPT_BYTES)}`, /more than/u],
])('is none: %s', (_, text, why) => {
  expect(() => readReceipt(text)).toThrow(why);
  expect(() => readReceipt(text)).toThrow(NoReceiptError);
});

test('hashes an output by its elements', () => {
  // printf '%064x%064x' 1 2748 | xxd -r -p | sha256sum
  expect(outputHash(['0x1', '0xabc'])).toBe(
    'fbf2f807ea0aa86bdd4fa805d6fe419c8d9795a9e4db6479c5dd236aa94ca466',
  );
  expect(outputHash(['0x1', '0xabc'])).not.toBe(outputHash(['0x1a', '0xbc']));
  expect(outputHash(['0x01'])).toBe(outputHash(['0x1']));
});
