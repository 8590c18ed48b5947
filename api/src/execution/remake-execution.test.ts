import { FailureReport } from '../reservation/failure-report.entity.js';
import { reportFailure } from '../reservation/report-failure.js';
import { requireReservation } from '../reservation/require-reservation.js';
import type { WorkKind } from '../reservation/reservation.enums.js';
import { reserveInputGroup } from '../reservation/reserve-input-group.js';
import { handInExecution } from '../test/hand-in.js';
import { putContent } from '../test/put-content.js';
import { insertProgram, storedGroup } from '../test/rows.js';
import { clientKey, newOrganization } from '../test/scenario.js';
import { TestServer, WITHOUT_HOUSEKEEPING } from '../test/test-server.js';
import { Execution } from './execution.entity.js';

let server: TestServer;
let group: string;

beforeEach(async () => {
  server = await TestServer.start({ parts: WITHOUT_HOUSEKEEPING });
  const { organization } = await newOrganization(server);
  const { groups } = await insertProgram(server, organization.id, 'fold', 1);
  group = groups[0] ?? '';
});

afterEach(() => server[Symbol.asyncDispose]());

const at = (donor: number) => server.context({ address: `10.${donor}.0.1` });

async function reserve(donor: number, kind: WorkKind): Promise<string> {
  server.clock.aheadMs += 10;
  const { token } = await reserveInputGroup(at(donor), { kind, clientKey: clientKey() });
  return token ?? '';
}

async function report(donor: number, kind: WorkKind = 'PROVE'): Promise<void> {
  await reportFailure(at(donor), { token: await reserve(donor, kind), code: 'MEMORY_LIMIT' });
}

/** Has the group executed, and the file of it stored. */
async function execute(donor: number, kind: 'EXECUTE' | 'EXECUTE_AND_PROVE' = 'EXECUTE'): Promise<string> {
  const ctx = at(donor);
  const token = await reserve(donor, kind);
  await handInExecution(ctx, await requireReservation(ctx, token));
  const { sha256, size } = await putContent(server.app.server.files, `execution by ${donor}`);
  await ctx.em.nativeUpdate(Execution, { inputGroup: group }, { sha256 });
  await ctx.em.execute('update organization set execution_bytes = ?', [1]);
  expect(size).toBeGreaterThan(0);
  return token;
}

async function standing() {
  const { em } = server.context();
  const { state, remade } = await storedGroup(server, group);
  const [usage] = await em.execute<{ bytes: number }[]>('select execution_bytes as bytes from organization');
  return {
    state,
    remade,
    executions: await em.count(Execution),
    reports: await em.count(FailureReport),
    bytes: Number(usage?.bytes),
  };
}

it('makes an execution anew, once, that three donors lack the memory to prove', async () => {
  await execute(0);
  const [{ sha256 = '' } = {}] = await server.context().em.find(Execution, {});
  await report(1);
  await report(2);
  expect(await standing()).toEqual({ state: 'EXECUTED', remade: false, executions: 1, reports: 2, bytes: 1 });
  await report(3);
  expect(await standing()).toEqual({ state: 'AVAILABLE', remade: true, executions: 0, reports: 0, bytes: 0 });
  expect(await server.app.server.files.exists(sha256)).toBe(false);
  // Who has reported it may make it, and prove the new one.
  await execute(1);
  for (const donor of [1, 2, 3]) await report(donor);
  expect(await standing()).toEqual({ state: 'EXECUTED', remade: true, executions: 1, reports: 3, bytes: 1 });
  await expect(reserve(3, 'PROVE')).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
  await reserve(4, 'PROVE');
});

it('takes what was said of the run for nothing that the execution is to blame for', async () => {
  for (const donor of [1, 2, 3]) await report(donor, 'EXECUTE');
  await execute(0);
  await report(4);
  expect(await standing()).toMatchObject({ state: 'EXECUTED', remade: false, executions: 1, reports: 4 });
  for (const donor of [5, 6]) await report(donor);
  expect(await standing()).toMatchObject({ state: 'AVAILABLE', remade: true, executions: 0, reports: 3 });
});

it('is not for the maker of an execution, who lacks the memory to go on to its proof, to say', async () => {
  const token = await execute(0, 'EXECUTE_AND_PROVE');
  const { em } = at(0);
  const createdAt = await server.clock.now(em);
  const { program } = await storedGroup(server, group);
  for (const donor of ['one', 'other']) {
    const facts = { code: 'MEMORY_LIMIT', counts: false, message: null, createdAt } as const;
    await em.insert(FailureReport, { id: donor, inputGroup: group, program, addressHash: donor, ...facts });
  }
  await reportFailure(at(0), { token, code: 'MEMORY_LIMIT' });
  expect(await standing()).toMatchObject({ state: 'EXECUTED', remade: false, executions: 1, reports: 3 });
});
