import { leaderboard } from './leaderboard.js';
import { setNickname } from './set-nickname.js';
import { CreditWorld } from './test/credit-world.js';
import { TestDonor } from './test/test-donor.js';

let world: CreditWorld;
let donor: TestDonor;

beforeEach(async () => {
  world = await CreditWorld.make();
  donor = new TestDonor();
  const { groups } = await world.program('p', 2);
  await world.handIn({ group: groups[0] ?? '', donor: donor.publicKey });
});

afterEach(() => world[Symbol.asyncDispose]());

const change = (nickname: string, at?: Date) => donor.nickname(world.server, nickname, at);
const set = (asked: ReturnType<typeof change>) => setNickname(world.server.context(), asked);
const refused = { code: 'INVALID_REQUEST' };

it('gives a nickname to a key with an accepted proof, changes it and takes it away', async () => {
  expect(await set(change('Ada'))).toMatchObject({ nickname: 'Ada', publicKey: donor.publicKey });
  expect(await set(change('Zoë', new Date(Date.now() + 1)))).toMatchObject({ nickname: 'Zoë' });
  expect(await set(change('', new Date(Date.now() + 2)))).toMatchObject({ nickname: null });
});

it('is no promise that nobody else is called so', async () => {
  const other = new TestDonor();
  const { groups } = await world.program('q', 2);
  for (const [index, one] of [donor, other].entries()) {
    await world.prove({ group: groups[index] ?? '', donor: one.publicKey });
    await set(one.nickname(world.server, 'Ada'));
  }
  const entries = await leaderboard(world.server.context(), {});
  expect(entries.map(({ nickname, publicKey }) => [nickname, publicKey]).sort()).toEqual(
    [donor, other].map(({ publicKey }) => ['Ada', publicKey]).sort(),
  );
});

it('does not go back to an old one that is sent again', async () => {
  const old = change('Old', new Date(Date.now() - 1000));
  await set(old);
  await set(change('New'));
  expect(await set(old)).toMatchObject({ nickname: 'New' });
});

it('keeps proven rows', async () => {
  const { groups } = await world.program('q', 1);
  await set(change('Ada'));
  await world.prove({ group: groups[0] ?? '', donor: donor.publicKey, rows: 7 });
  expect(await set(change('Zoë', new Date(Date.now() + 1)))).toMatchObject({
    nickname: 'Zoë',
    provenRows: 7,
    place: 1,
  });
});

it('refuses a key without a proof: nobody fills the table', async () => {
  donor = new TestDonor();
  await expect(set(change('Ada'))).rejects.toMatchObject({ code: 'INVALID_STATE' });
});

it.each(['Ａｄａ', ' Ada', 'a\u202eb', 'a\u001b[2J', '-', 'x'.repeat(41)])('refuses %j', async (nickname) => {
  await expect(set(change(nickname))).rejects.toMatchObject(refused);
});

it('refuses what was not signed', async () => {
  const asked = change('Ada');
  const other = new TestDonor().nickname(world.server, 'Ada', asked.at, donor.publicKey);
  const wrong = [
    { ...asked, nickname: 'Eve' },
    { ...asked, at: new Date(asked.at.getTime() + 1) },
    { ...asked, donor: { ...asked.donor, signature: other.donor.signature } },
    { ...asked, donor: { ...asked.donor, publicKey: new TestDonor().publicKey } },
    { ...asked, donor: { ...asked.donor, signature: 'x' } },
    { ...asked, donor: { ...asked.donor, publicKey: 'x' } },
  ];
  for (const one of wrong) await expect(set(one)).rejects.toMatchObject(refused);
});

it('refuses what was signed for another server', async () => {
  await using other = await CreditWorld.make();
  await expect(set(donor.nickname(other.server, 'Ada'))).rejects.toMatchObject(refused);
});

it('refuses a moment far ahead, which nothing could replace', async () => {
  const ahead = new Date(Date.now() + 3_600_000);
  await expect(set(change('Ada', ahead))).rejects.toMatchObject({
    ...refused,
    help: 'Set your clock right.',
  });
});
