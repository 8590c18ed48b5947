import { insertOrganization, insertProgram } from '../../test/rows.js';
import { clientKey } from '../../test/scenario.js';
import { onMysql } from '../../test/test-database.js';
import { TestServer } from '../../test/test-server.js';
import { until } from '../../test/until.js';
import type { Reservation } from '../reservation.entity.js';
import { reserveInputGroup, type Wanted } from '../reserve-input-group.js';

/** What those who are served in one transaction may do to each other: nothing. */

let server: TestServer;
let organization: string;

beforeEach(async () => {
  server = await TestServer.start();
  organization = await insertOrganization(server, 'ada');
});

afterEach(() => server[Symbol.asyncDispose]());

function reserve(address: string, wanted: Partial<Wanted> = {}): Promise<Reservation> {
  return reserveInputGroup(server.context({ address }), {
    kind: 'EXECUTE',
    clientKey: clientKey(),
    ...wanted,
  });
}

async function codesOf(claims: Promise<unknown>[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(claims);
  return settled.map((one) => (one.status === 'fulfilled' ? 'ok' : one.reason.code));
}

it.each([
  [{ programId: '' }, 'PROGRAM_NOT_FOUND'],
  [{ organizationId: '' }, 'ACCOUNT_NOT_FOUND'],
])('takes an empty id in %j for one that nobody has, whoever comes behind', async (wanted, code) => {
  await insertProgram(server, organization, 'p', 9);
  const claims = [reserve('10.0.0.1', wanted), reserve('10.0.0.2'), reserve('10.0.0.3')];
  expect(await codesOf(claims)).toEqual([code, 'ok', 'ok']);
  const key = clientKey();
  await reserve('10.0.0.4', { clientKey: key });
  expect(await codesOf([reserve('10.0.0.4', { ...wanted, clientKey: key })])).toEqual(['INVALID_REQUEST']);
});

/** Until a statement waits for a row that another one has locked. */
function somebodyWaits(): Promise<void> {
  const { em } = server.context();
  return until(async () => {
    const [waiting] = await em.execute<{ many: number }[]>(
      `select count(*) as many from information_schema.processlist
       where db = database() and id <> connection_id() and info like '%for update%'`,
    );
    return Number(waiting?.many) > 0;
  });
}

// SQLite locks no rows.
if (onMysql()) {
  it('keeps no donor of the same network waiting while one waits for what another transaction holds', async () => {
    const held = await insertProgram(server, organization, 'held', 1);
    const free = await insertProgram(server, organization, 'free', 3);
    const { em } = server.context();
    await em.begin();
    await em.execute('select id from input_group where program_id = ? for update', [held.id]);
    const waiting = reserve('10.0.0.1', { programId: held.id });
    await somebodyWaits();
    const [mine, other] = await Promise.all(
      ['10.0.0.1', '10.0.0.2'].map((donor) => reserve(donor, { programId: free.id })),
    );
    expect([mine?.inputGroup.id, other?.inputGroup.id]).toEqual(free.groups.slice(0, 2));
    await em.rollback();
    expect((await waiting).inputGroup.id).toBe(held.groups[0]);
  });

  it('says that there is nothing when what was waited for was taken', async () => {
    const held = await insertProgram(server, organization, 'held', 1);
    const { em } = server.context();
    await em.begin();
    await em.execute(`update input_group set state = 'PROVEN', free_from = null where program_id = ?`, [
      held.id,
    ]);
    const waiting = codesOf([reserve('10.0.0.1', { programId: held.id })]);
    await somebodyWaits();
    await em.commit();
    expect(await waiting).toEqual(['INPUT_GROUP_NOT_FOUND']);
  });

  it('waits for what another transaction holds, and keeps nobody beside waiting', async () => {
    const held = await insertProgram(server, organization, 'held', 1);
    const free = await insertProgram(server, organization, 'free', 1);
    const { em } = server.context();
    await em.begin();
    await em.execute('select id from input_group where program_id = ? for update', [held.id]);
    const waiting = reserve('10.0.0.1', { programId: held.id });
    const { inputGroup } = await reserve('10.0.0.2', { programId: free.id });
    expect(inputGroup.id).toBe(free.groups[0]);
    await em.rollback();
    expect((await waiting).inputGroup.id).toBe(held.groups[0]);
  });
}
