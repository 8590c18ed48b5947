import { temporaryFolder } from '@cairn/tui-kit/test';
import { openTestWorkplace } from '../test/open-test-workplace.js';
import { serverSays } from '../test/proof-facts.js';
import { stubServer } from '../test/stub-server.js';
import { sendAgain } from './send-decision.js';

const token = { id: 't', token: 'x', expiresAt: '2999-01-01T00:00:00.000Z' };
const refused = { code: 'INVALID_STATE', message: 'The proof is CONFIRMED, expected SUBMITTED.' };

test.each([
  ['confirm', null],
  ['reject', refused],
] as const)('a proof that stands as it is wanted is no refusal: %s', async (kind, error) => {
  await using folder = await temporaryFolder();
  await using server = await stubServer(({ query }) => {
    const answers = [
      { proofId: 'a', proof: null, error: null },
      { proofId: 'b', proof: null, error: refused },
    ];
    if (query.includes('mutation')) return { data: { confirmProofs: answers, rejectProofs: answers } };
    return { data: { proof: { ...serverSays, id: 'b', state: 'CONFIRMED' } } };
  });
  const { place } = await openTestWorkplace(folder.path, { url: server.url });
  const organization = { id: 'o', name: 'Lab' };
  await place.sessions.write({ username: 'lab', organization, basicToken: token, refreshToken: token });
  const verdict = kind === 'confirm' ? { kind, keepProof: false } : { kind, reason: 'no' };
  expect(await sendAgain(place, verdict, ['a', 'b'])).toMatchObject([
    { proofId: 'a', error: null },
    { proofId: 'b', error },
  ]);
});
