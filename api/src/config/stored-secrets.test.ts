import { formatSecrets, parseSecrets, randomSecrets, type StoredSecrets } from './stored-secrets.js';

const secret = (letter: string) => letter.repeat(32);
const parse = (secrets: Partial<StoredSecrets>) => parseSecrets(JSON.stringify(secrets), 'the file');

it('reads what it writes, with one secret for each purpose', () => {
  const secrets = randomSecrets();
  expect(parseSecrets(formatSecrets(secrets), 'the file')).toEqual(secrets);
  expect(new Set(Object.values(secrets)).size).toBe(5);
  const changed = { ...secrets, receipts: secret('n'), earlierReceipts: [secret('o'), secrets.reservation] };
  expect(parseSecrets(formatSecrets(changed), 'the file')).toEqual(changed);
});

it('reads files of before there were receipts', () => {
  const { receipts: _, ...old } = randomSecrets();
  expect(parse(old)).toEqual(old);
});

it.each<[string, Partial<StoredSecrets>]>([
  ['short', { receipts: 'open sesame' }],
  ['short before', { earlierReceipts: ['open sesame'] }],
  ['one that does something else too', { receipts: secret('f'), files: secret('f') }],
  ['the present one before', { receipts: secret('r'), earlierReceipts: [secret('r')] }],
  ['one twice before', { receipts: secret('r'), earlierReceipts: [secret('o'), secret('o')] }],
  [
    'too many before',
    { earlierReceipts: Array.from({ length: 11 }, (_, index) => `${secret('o')}${index}`) },
  ],
])('refuses %s, and shows none of it', (_, change) => {
  const wrong = { ...randomSecrets(), ...change };
  expect(() => parse(wrong)).toThrow(/^the file cannot be used/u);
  expect(() => parse(wrong)).not.toThrow(/sesame|ffff|rrrr|oooo/u);
});
