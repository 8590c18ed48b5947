import { pino } from 'pino';
import { Organization } from '../account/organization.entity.js';
import { createApiToken } from '../api-token/create-api-token.js';
import type { OperationContext } from '../context/operation-context.js';
import { Operators as MysqlOperators } from '../database/migrations/mysql/migration-20261126020517-operators.js';
import { ExecutionQuota as MysqlExecutionQuota } from '../database/migrations/mysql/migration-20261126072158-execution-quota.js';
import { Operators as SqliteOperators } from '../database/migrations/sqlite/migration-20261126020517-operators.js';
import { ExecutionQuota as SqliteExecutionQuota } from '../database/migrations/sqlite/migration-20261126072158-execution-quota.js';
import { dropOldExecutions } from '../execution/drop-old-executions.js';
import { Execution } from '../execution/execution.entity.js';
import { reportBadExecution } from '../execution/report-bad-execution.js';
import { submitExecution } from '../execution/submit-execution.js';
import { withStepsAdded } from '../execution/test/altered-execution.js';
import { mendCounts } from '../input-group/counts/mend-counts.js';
import { deleteInputGroups } from '../input-group/delete-input-groups.js';
import { uploadInputGroups } from '../input-group/upload-input-groups.js';
import { setQuotas } from '../operator/set-quotas.js';
import { deleteProgram } from '../program/delete-program.js';
import { confirmProofs } from '../proof/confirm-proofs.js';
import { releaseReservation } from '../reservation/release-reservation.js';
import { ProvenWorld } from '../test/proven-world.js';
import { newOrganization, publishSample, source } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import { onMysql } from '../test/test-database.js';
import { UNLIMITED } from './effective-quotas.js';

let world: ProvenWorld;
let id: string;

beforeEach(async () => {
  world = await ProvenWorld.make();
  id = world.session.organization.id;
});

afterEach(() => world[Symbol.asyncDispose]());

const operator = () => world.server.context({ operator: true });

async function counted() {
  const found = await operator().em.findOneOrFail(Organization, id);
  return { bytes: found.storedBytes, executionBytes: found.executionBytes, groups: found.groupCount };
}

/** The same, added up from the rows. */
async function addedUp() {
  const [row] = await operator().em.execute<{ bytes: number; executionBytes: number; groups: number }[]>(
    `select (select coalesce(sum(archive_bytes + executable_bytes), 0) from program)
       + (select coalesce(sum(input_bytes), 0) from input_group) as bytes,
       (select coalesce(sum(size), 0) from execution) as executionBytes,
       (select count(*) from input_group) as \`groups\``,
  );
  return {
    bytes: Number(row?.bytes),
    executionBytes: Number(row?.executionBytes),
    groups: Number(row?.groups),
  };
}

async function expectInStep(): Promise<void> {
  expect(await counted()).toEqual(await addedUp());
  // Nor is anything wrong with the counts of groups by state.
  expect(await mendCounts(world.server.app.server)).toBe(0);
}

function add(ctx: OperationContext, ...csvs: string[]) {
  const groups = csvs.map((csv, index) => ({ name: `more ${index}`, file: source(csv) }));
  return uploadInputGroups(ctx, { programId: world.program.id, groups });
}

it('counts what comes and goes, whichever way', async () => {
  const { server, fixture, groups } = world;
  expect((await counted()).groups).toBe(3);
  await expectInStep();
  const execution = () => source(fixture.a.execution);
  const { token } = await world.reserve('EXECUTE');
  await submitExecution(server.context(), { token, execution: execution() });
  await expectInStep();
  expect((await counted()).executionBytes).toBe(fixture.a.execution.length);
  // Sent again, it counts once; confirmed, no more.
  await submitExecution(server.context(), { token, execution: execution() });
  await expectInStep();
  const proof = await world.submit(groups.a, fixture.a.proof);
  await confirmProofs(world.owner(), { proofIds: [proof.id] });
  await expectInStep();
  await add(world.owner(), '1', '2,3');
  const [first, second] = [await world.reserve('EXECUTE'), await world.reserve('EXECUTE_AND_PROVE')];
  await submitExecution(server.context(), { token: second.token, execution: execution() });
  await releaseReservation(server.context(), { token: first.token });
  await expectInStep();
  await deleteInputGroups(world.owner(), { ids: [groups.twin.id, groups.b.id] });
  await expectInStep();
  await publishSample(server, world.session, 'Another');
  await expectInStep();
  await deleteProgram(world.owner(), { id: world.program.id });
  await expectInStep();
  expect((await counted()).groups).toBe(0);
});

it('has counted what was there before anybody counted', async () => {
  const { server, fixture } = world;
  const { token } = await world.reserve('EXECUTE');
  await submitExecution(server.context(), { token, execution: source(fixture.a.execution) });
  const { em, database } = server.context();
  await em.execute('update organization set stored_bytes = 0, execution_bytes = 0, group_count = 0');
  const [Operators, Quota] = onMysql()
    ? [MysqlOperators, MysqlExecutionQuota]
    : [SqliteOperators, SqliteExecutionQuota];
  for (const [Migration, counting] of [
    [Operators, 1],
    [Quota, 2],
  ] as const) {
    const migration = new Migration(database.driver, database.config);
    migration.up();
    for (const sql of migration.getQueries().slice(-counting)) await em.execute(String(sql));
  }
  expect((await counted()).groups).toBe(3);
  await expectInStep();
});

it('counts an execution no more that donors threw away', async () => {
  const { server, fixture } = world;
  const { token } = await world.reserve('EXECUTE', '10.0.0.1');
  await submitExecution(server.context(), { token, execution: source(fixture.a.execution) });
  for (const address of ['10.1.0.1', '10.2.0.1']) {
    const prove = await world.reserve('PROVE', address);
    await reportBadExecution(server.context({ address }), { token: prove.token });
  }
  expect(await server.context().em.execute('select id from execution')).toEqual([]);
  await expectInStep();
});

it('keeps within the number of input groups, all of an upload or none', async () => {
  await setQuotas(operator(), { organization: id, inputGroups: 4 });
  await expect(add(world.owner(), '1', '2')).rejects.toMatchObject({
    code: 'INVALID_STATE',
    details: { found: '5 input groups', expected: 'at most 4' },
  });
  expect(await world.has(sha256('2'))).toBe(false);
  await add(world.owner(), '1');
  await expectInStep();
  await expect(add(world.owner(), '2')).rejects.toMatchObject({ code: 'INVALID_STATE' });
  await deleteInputGroups(world.owner(), { ids: [world.groups.a.id] });
  await add(world.owner(), '2');
  await setQuotas(operator(), { organization: id, inputGroups: UNLIMITED });
  await add(world.owner(), '3', '4');
});

it('lets one of several uploads at once have the last room', async () => {
  await setQuotas(operator(), { organization: id, inputGroups: 4 });
  const uploads = ['1', '2', '3', '4', '5'].map((csv) => add(world.owner(), csv));
  const ends = await Promise.allSettled(uploads);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const end of ends)
    if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'INVALID_STATE' });
  expect((await counted()).groups).toBe(4);
  await expectInStep();
});

it('keeps within the bytes, and lets go what makes room', async () => {
  const { bytes } = await counted();
  await setQuotas(operator(), { organization: id, storageBytes: bytes + 10 });
  await expect(add(world.owner(), '1'.repeat(11))).rejects.toMatchObject({
    code: 'INVALID_STATE',
    details: { expected: `at most ${bytes + 10}` },
  });
  await expect(publishSample(world.server, world.session, 'Another')).rejects.toMatchObject({
    code: 'INVALID_STATE',
  });
  await add(world.owner(), '1'.repeat(10));
  await setQuotas(operator(), { organization: id, storageBytes: 1 });
  await deleteInputGroups(world.owner(), { ids: [world.groups.a.id] });
  await expectInStep();
});

describe('what donors hand in', () => {
  const size = () => world.fixture.a.execution.length;
  const submit = (token: string) => {
    const execution = source(world.fixture.a.execution);
    return submitExecution(world.server.context(), { token, execution });
  };

  it("takes nothing of the organization's own room, and has a bound of its own", async () => {
    const { bytes } = await counted();
    await setQuotas(operator(), { organization: id, storageBytes: bytes + 10, executionBytes: size() });
    const [first, , third] = [
      await world.reserve('EXECUTE'),
      await world.reserve('EXECUTE_AND_PROVE'),
      await world.reserve('EXECUTE_AND_PROVE'),
    ];
    await submit(first.token);
    const refusal = await submit(third.token).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'INVALID_STATE',
      details: { found: `${2 * size()} bytes of donors' executions`, expected: `at most ${size()}` },
      help: expect.stringMatching(/a proof is always taken/u),
    });
    await expectInStep();
    await add(world.owner(), '1'.repeat(10));
    // Refusing a proof would throw a donor's work away.
    await world.submit(world.groups.twin, world.fixture.a.proof, third.token);
    await expectInStep();
  });

  it('counts once when another checkpoint takes its place', async () => {
    const { token } = await world.reserve('EXECUTE_AND_PROVE');
    await submit(token);
    const another = withStepsAdded(world.fixture.a.execution, 1);
    // Room for the larger of the two, and not for both.
    await setQuotas(operator(), { organization: id, executionBytes: Math.max(size(), another.length) });
    await submitExecution(world.server.context(), { token, execution: source(another) });
    expect((await counted()).executionBytes).toBe(another.length);
    await expectInStep();
  });

  it('goes when nobody has proven it for long, and then there is room again', async () => {
    await setQuotas(operator(), { organization: id, executionBytes: size() });
    const [first, , third] = [
      await world.reserve('EXECUTE'),
      await world.reserve('EXECUTE'),
      await world.reserve('EXECUTE_AND_PROVE'),
    ];
    await submit(first.token);
    await expect(submit(third.token)).rejects.toMatchObject({ code: 'INVALID_STATE' });
    const drop = () => dropOldExecutions(world.server.app.server, pino({ level: 'silent' }));
    expect(await drop()).toBe(0);
    world.server.clock.aheadMs += 14 * 24 * 60 * 60 * 1000 + 60_000;
    // Whoever has begun to prove it is let go on.
    const prove = await world.reserve('PROVE');
    expect([prove.inputGroup.id, await drop()]).toEqual([world.groups.a.id, 0]);
    await releaseReservation(world.server.context(), { token: prove.token });
    expect([await drop(), await drop()]).toEqual([1, 0]);
    expect(await world.has(sha256(world.fixture.a.execution))).toBe(false);
    expect(await world.server.context().em.count(Execution, {})).toBe(0);
    await expectInStep();
    // The others were free before it.
    const [, , again] = [
      await world.reserve('EXECUTE'),
      await world.reserve('EXECUTE'),
      await world.reserve('EXECUTE'),
    ];
    expect(again.inputGroup.id).toBe(world.groups.a.id);
    await submit(again.token);
    await expectInStep();
  });
});

it.each([-1, 1.5, Number.NaN])('takes no quota of %d', async (storageBytes) => {
  await expect(setQuotas(operator(), { organization: id, storageBytes })).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
  });
});

it('counts every one of many uploads at once, or refuses it', async () => {
  const { bytes } = await counted();
  await setQuotas(operator(), { organization: id, storageBytes: bytes + 30 });
  const uploads = Array.from({ length: 8 }, (_, n) => add(world.owner(), `${n}`.repeat(10)));
  const ends = await Promise.allSettled(uploads);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  await expectInStep();
});

it("has the server's own limits where the operator said nothing", async () => {
  await world[Symbol.asyncDispose]();
  world = await ProvenWorld.make({ limits: { inputGroups: 3 } });
  id = world.session.organization.id;
  await expect(add(world.owner(), '1')).rejects.toMatchObject({ code: 'INVALID_STATE' });
  await setQuotas(operator(), { organization: id, inputGroups: 4 });
  await add(world.owner(), '1');
  await setQuotas(operator(), { organization: id, inputGroups: null });
  await expect(add(world.owner(), '1')).rejects.toMatchObject({ code: 'INVALID_STATE' });
});

describe('an organization', () => {
  const USAGE = '{ storedBytes storageQuota inputGroups groupQuota }';
  const mine = (token?: string) =>
    world.server.get<{ usage: unknown } | null>(`{ me { usage ${USAGE} } }`, {}, { token });

  it('sees what it has and may have, by an API token too', async () => {
    await setQuotas(operator(), { organization: id, storageBytes: 10_000_000, inputGroups: UNLIMITED });
    const { bytes, groups } = await counted();
    const usage = { storedBytes: bytes, storageQuota: 10_000_000, inputGroups: groups, groupQuota: null };
    expect(await mine(world.session.basicToken.token)).toEqual({ usage });
    const { token } = await createApiToken(world.owner(), { name: 'x', scopes: ['inputs:write'] });
    expect(await mine(token)).toEqual({ usage });
  });

  it('shows it to nobody else', async () => {
    const { basicToken } = await newOrganization(world.server);
    const query = `query ($id: ID!) { organization(id: $id) { name usage ${USAGE} } }`;
    for (const token of [undefined, basicToken.token])
      expect(await world.server.get(query, { id }, { token })).toMatchObject({ usage: null });
    const { token } = world.session.basicToken;
    expect(await world.server.get(query, { id }, { token })).toMatchObject({ usage: { inputGroups: 3 } });
  });
});
