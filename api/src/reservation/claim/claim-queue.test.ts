import { countStatements } from '../../test/count-statements.js';
import { insertOrganization, insertProgram } from '../../test/rows.js';
import { clientKey } from '../../test/scenario.js';
import { TestServer, WITHOUT_HOUSEKEEPING } from '../../test/test-server.js';
import { donorNetwork } from '../donor-network.js';
import { releaseReservation } from '../release-reservation.js';
import { reportFailure } from '../report-failure.js';
import { Reservation } from '../reservation.entity.js';
import { reserveInputGroup, type Wanted } from '../reserve-input-group.js';
import { ClaimQueue } from './claim-queue.js';

let server: TestServer;
let organization: string;

beforeEach(async () => {
  server = await TestServer.start({ limits: { leasesPerAddress: 4 }, parts: WITHOUT_HOUSEKEEPING });
  organization = await insertOrganization(server, 'ada');
});

afterEach(() => server[Symbol.asyncDispose]());

function reserve(address: string, wanted: Partial<Wanted> = {}, claims = server.app.server.claims) {
  const ctx = { ...server.context({ address }), claims };
  return reserveInputGroup(ctx, { kind: 'EXECUTE', clientKey: clientKey(), ...wanted });
}

/** So many donors who ask at the same moment. */
function reserveTogether(donors: number): Promise<Reservation[]> {
  return Promise.all(Array.from({ length: donors }, (_, n) => reserve(`10.1.0.${n}`)));
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'ok',
    (error: { code: unknown }) => error.code,
  );
}

it('serves many who ask at once with as many statements as two', async () => {
  await insertProgram(server, organization, 'first', 50);
  await insertProgram(server, organization, 'second', 50);
  const [two, many] = [
    await countStatements(server, () => reserveTogether(2)),
    await countStatements(server, () => reserveTogether(60)),
  ];
  expect(many).toBe(two);
});

it('tells each of those who ask at once what comes of its own claim', async () => {
  const { id } = await insertProgram(server, organization, 'p', 20);
  const empty = await insertProgram(server, organization, 'empty', 0);
  for (let n = 0; n < 4; n += 1) await reserve('10.0.0.1');
  const key = clientKey();
  const earlier = await reserve('10.0.0.2', { clientKey: key });
  const answers = await Promise.all([
    codeOf(reserve('10.0.0.1')),
    codeOf(reserve('10.0.0.2', { clientKey: key }).then((known) => expect(known.id).toBe(earlier.id))),
    codeOf(reserve('10.0.0.2', { clientKey: key, programId: id })),
    codeOf(reserve('10.0.0.3', { kind: 'PROVE' })),
    codeOf(reserve('10.0.0.3', { programId: 'none' })),
    codeOf(reserve('10.0.0.3', { programId: empty.id })),
    codeOf(reserve('10.0.0.3', { programId: id })),
    codeOf(reserve('10.0.0.4', { organizationId: organization })),
  ]);
  expect(answers).toEqual([
    'RATE_LIMITED',
    'ok',
    'INVALID_REQUEST',
    'INPUT_GROUP_NOT_FOUND',
    'PROGRAM_NOT_FOUND',
    'INPUT_GROUP_NOT_FOUND',
    'ok',
    'ok',
  ]);
});

it('passes over what a donor has reported, and gives it to those beside', async () => {
  const { groups } = await insertProgram(server, organization, 'p', 3);
  const first = await reserve('10.0.0.1');
  await reportFailure(server.context({ address: '10.0.0.1' }), {
    token: first.token ?? '',
    code: 'TIME_LIMIT',
  });
  // The reported one is at the front again.
  await server.context().em.execute('update input_group set free_from = created_at');
  const ids = (claims: Reservation[]) => claims.map(({ inputGroup }) => inputGroup.id);
  const together = await Promise.all(['10.0.0.1', '10.0.0.2'].map((donor) => reserve(donor)));
  expect(ids(together)).toEqual([groups[1], groups[0]]);
  for (const { token } of together) await releaseReservation(server.context(), { token: token ?? '' });
  const all = await Promise.allSettled(['10.0.0.1', '10.0.0.1', '10.0.0.1'].map((donor) => reserve(donor)));
  expect(all.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(await codeOf(reserve('10.0.0.2'))).toBe('ok');
});

it('serves programs in turn, also when the claims do not come out even', async () => {
  const programs = [
    await insertProgram(server, organization, 'first', 9),
    await insertProgram(server, organization, 'second', 9),
  ];
  const servedBy = (claims: Reservation[]) =>
    programs.map(({ groups }) => claims.filter((one) => groups.includes(one.inputGroup.id)).length);
  server.clock.aheadMs += 10;
  expect(servedBy(await reserveTogether(3))).toEqual([2, 1]);
  server.clock.aheadMs += 10;
  expect(servedBy([await reserve('10.0.0.9')])).toEqual([0, 1]);
});

it('takes what is left of a small program and the rest from another', async () => {
  const small = await insertProgram(server, organization, 'small', 1);
  const large = await insertProgram(server, organization, 'large', 9);
  const taken = (await reserveTogether(8)).map(({ inputGroup }) => inputGroup.id).sort();
  expect(taken).toEqual([...small.groups, ...large.groups.slice(0, 7)].sort());
  expect(await server.context().em.count(Reservation, {})).toBe(8);
});

it('keeps to the cap of a donor that asks for more than it may at the same moment', async () => {
  await insertProgram(server, organization, 'p', 20);
  const claims = await Promise.all(Array.from({ length: 9 }, () => codeOf(reserve('10.0.0.1'))));
  expect(claims.filter((code) => code === 'ok')).toHaveLength(4);
  expect(claims.filter((code) => code === 'RATE_LIMITED')).toHaveLength(5);
});

it('gives one reservation to one key that comes to two replicas at once, and its own to everybody beside', async () => {
  await insertProgram(server, organization, 'p', 40);
  const queues = [server.app.server.claims, new ClaimQueue(server.app.server)];
  for (let round = 0; round < 4; round += 1) {
    const key = clientKey();
    const asked = queues.flatMap((queue, replica) => [
      reserve(`10.2.${round}.${replica}`, { clientKey: key }, queue),
      ...[0, 1, 2].map((n) => reserve(`10.3.${round}.${replica * 3 + n}`, {}, queue)),
    ]);
    const answers = await Promise.all(asked);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(7);
    expect(answers[0]?.token).toBe(answers[4]?.token);
  }
  const rows = await server.context().em.find(Reservation, {});
  expect(new Set(rows.map(({ inputGroup }) => inputGroup.id)).size).toBe(28);
  const { reservation: secret } = server.app.server.config.secrets;
  expect(
    rows.filter(({ addressHash }) => addressHash === donorNetwork(secret, '10.2.0.0')).length,
  ).toBeLessThan(2);
});

it('gives one reservation to one key that comes to two replicas at once, alone', async () => {
  await insertProgram(server, organization, 'p', 20);
  const queues = [server.app.server.claims, new ClaimQueue(server.app.server)];
  for (let round = 0; round < 8; round += 1) {
    const key = clientKey();
    const asked = queues.map((queue, replica) =>
      reserve(`10.2.${round}.${replica}`, { clientKey: key }, queue),
    );
    const [first, second] = await Promise.all(asked);
    expect(second).toMatchObject({ id: first?.id, token: first?.token });
  }
});
