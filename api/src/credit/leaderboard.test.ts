import { dialectOf } from '../database/dialect.js';
import { countStatements } from '../test/count-statements.js';
import { Donor } from './donor.entity.js';
import { donorStanding, LAST_PLACE } from './donor-standing.js';
import { leaderboard } from './leaderboard.js';
import { ProgramCredit } from './program-credit.entity.js';
import { CreditWorld } from './test/credit-world.js';

let world: CreditWorld;

beforeAll(async () => {
  world = await CreditWorld.make();
});

afterAll(() => world[Symbol.asyncDispose]());

afterEach(async () => {
  const { em } = world.server.context();
  for (const table of ['program_credit', 'program', 'donor']) await em.execute(`delete from ${table}`);
});

const key = (index: number) => index.toString(16).padStart(64, '0');
const amounts = (rows: number) => ({ provenRows: rows, proofs: 1, rankedRows: rows, rankedProofs: 1 });
const ask = (wanted = {}) => leaderboard(world.server.context(), wanted);
const stand = (publicKey: string, programId: string | null = null) =>
  donorStanding(world.server.context(), { publicKey, programId });

async function insert(rows: readonly number[], from = 0): Promise<void> {
  const donors = rows.map((count, index) => ({
    publicKey: key(from + index),
    nickname: null,
    nicknameAt: null,
    ...amounts(count),
  }));
  for (let at = 0; at < donors.length; at += 1000)
    await world.server.context().em.insertMany(Donor, donors.slice(at, at + 1000));
}

it('has the most rows first, and one place for as many', async () => {
  await insert([5, 9, 0, 9, 2]);
  const entries = await ask();
  expect(entries.map(({ place, publicKey, provenRows }) => [place, publicKey, provenRows])).toEqual([
    [1, key(3), 9],
    [1, key(1), 9],
    [3, key(0), 5],
    [4, key(4), 2],
  ]);
  for (const { publicKey, place } of entries) expect(await stand(publicKey)).toMatchObject({ place });
  expect(await ask({ first: 2 })).toEqual(entries.slice(0, 2));
});

it('has one for each program, with the nicknames', async () => {
  await insert([5, 9]);
  const { id } = await world.program('p', 0);
  const credit = { program: id, publicKey: key(0), ...amounts(4) };
  await world.server.context().em.insert(ProgramCredit, credit);
  await world.server.context().em.nativeUpdate(Donor, { publicKey: key(0) }, { nickname: 'Ada' });
  expect(await ask({ programId: id })).toEqual([
    { place: 1, publicKey: key(0), nickname: 'Ada', provenRows: 4, proofs: 1 },
  ]);
  expect(await stand(key(0), id)).toMatchObject({ place: 1, nickname: 'Ada', provenRows: 4 });
  expect(await stand(key(0))).toMatchObject({ place: 2, provenRows: 5 });
  expect(await ask({ programId: 'none' })).toEqual([]);
});

it.each([0, 51, -1])('refuses %i entries', async (first) => {
  await expect(ask({ first })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
});

it.each(['', 'x', key(1).toUpperCase().replace('1', 'F'), `${key(1)}0`])(
  'refuses the key %j',
  async (text) => {
    await expect(stand(text)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  },
);

it('asks as much of the database for many donors as for few, and counts places up to a bound', async () => {
  await insert([3, 2, 1]);
  const statements = () => countStatements(world.server, () => Promise.all([ask(), stand(key(2))]));
  const few = await statements();
  await insert(
    Array.from({ length: LAST_PLACE }, (_, index) => 10 + index),
    10,
  );
  expect(await statements()).toBe(few);
  expect(await stand(key(2))).toMatchObject({ rankedRows: 1, place: null });
  expect(await stand(key(10))).toMatchObject({ rankedRows: 10, place: LAST_PLACE });
});

it('reads no more than it shows: by an index, without sorting', async () => {
  const { em } = world.server.context();
  const { id } = await world.program('p', 0);
  await insert(Array.from({ length: 2000 }, (_, index) => 1 + index));
  const credits = Array.from({ length: 2000 }, (_, index) => ({
    program: id,
    publicKey: key(index),
    ...amounts(1 + index),
  }));
  await em.insertMany(ProgramCredit, credits);
  for (const sql of [
    'select public_key from donor where ranked_rows > 0 order by ranked_rows desc, public_key desc limit 20',
    `select public_key from program_credit where program_id = '${id}' and ranked_rows > 0
     order by ranked_rows desc, public_key desc limit 20`,
  ]) {
    const plan = JSON.stringify(
      await em.execute(`explain ${dialectOf(em) === 'sqlite' ? 'query plan ' : ''}${sql}`),
    );
    expect(plan).toMatch(/donor_rank|program_credit_rank/u);
    expect(plan).not.toMatch(/filesort|TEMP B-TREE/u);
  }
});
