import { SignedTokens } from './signed-tokens.js';

const tokens = (secret: string, purpose: string) =>
  new SignedTokens<{ what: string }>(secret.repeat(16), purpose, () => new Date(1_000_000));

it('takes a token of another purpose or secret for none', () => {
  const token = tokens('s', 'uploads').sign({ what: 'this' });
  expect(tokens('s', 'uploads').read(token)).toMatchObject({ what: 'this' });
  expect(tokens('s', 'downloads').read(token)).toBeUndefined();
  expect(tokens('t', 'uploads').read(token)).toBeUndefined();
});
