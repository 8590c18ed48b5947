import { ProverError } from '@cairn/prover';
import { DomainError } from '@cairn/shared-schema';
import { FailureReport } from '../reservation/failure-report.entity.js';
import { Reservation } from '../reservation/reservation.entity.js';
import { reserveInputGroup } from '../reservation/reserve-input-group.js';
import { ProvenWorld } from '../test/proven-world.js';
import { storedGroup } from '../test/rows.js';
import { clientKey, source } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import { WITHOUT_HOUSEKEEPING } from '../test/test-server.js';
import { Execution } from './execution.entity.js';
import { refuseExecution } from './refuse-execution.js';
import { reportBadExecution } from './report-bad-execution.js';
import { submitExecution } from './submit-execution.js';

let world: ProvenWorld;
let file: string;

beforeEach(async () => {
  // Nothing is looked at but what a report itself looks at.
  world = await ProvenWorld.make({ parts: WITHOUT_HOUSEKEEPING });
  const { execution } = world.fixture.a;
  file = sha256(execution);
  const { token } = await world.reserve('EXECUTE');
  await submitExecution(world.server.context(), { token, execution: source(execution) });
});

afterEach(() => world[Symbol.asyncDispose]());

function report(token: string, message?: string) {
  return reportBadExecution(world.server.context(), { token, ...(message === undefined ? {} : { message }) });
}

function stored() {
  return world.server.context().em.find(Execution, {});
}

it('is quarantined after one report: shown as reported, and not for who reported it', async () => {
  const { token } = await world.reserve('PROVE', '10.0.0.1');
  expect(await report(token, 'a step reads what nobody wrote')).toMatchObject({ state: 'FAILED' });
  expect(await stored()).toMatchObject([{ sha256: file, reportedAt: expect.any(Date) }]);
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({
    state: 'EXECUTED',
    executed: true,
  });
  await expect(world.reserve('PROVE', '10.0.0.1')).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
  const other = await world.reserve('PROVE', '10.0.0.2');
  const shown = await world.server.get<{ inputGroup: { execution: { reportedAt: string } } }>(
    'query ($t: String!) { reservation(token: $t) { inputGroup { execution { reportedAt } } } }',
    { t: other.token },
  );
  expect(Date.parse(shown.inputGroup.execution.reportedAt)).toBeGreaterThan(0);
  // It was good after all.
  await world.submit(world.groups.a, world.fixture.a.proof, other.token);
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({ state: 'PROVEN' });
});

it('is discarded after two donors reported it: the group is to be executed again, by anybody', async () => {
  await report((await world.reserve('PROVE', '10.0.0.1')).token);
  await report((await world.reserve('PROVE', '10.0.0.2')).token);
  expect(await stored()).toEqual([]);
  expect(await world.has(file)).toBe(false);
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({
    state: 'AVAILABLE',
    executed: false,
  });
  await expect(world.reserve('PROVE', '10.0.0.3')).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
  const wanted = { programId: world.program.id, kind: 'EXECUTE', clientKey: clientKey() } as const;
  const again = await reserveInputGroup(world.server.context({ address: '10.0.0.1' }), wanted);
  expect(again).toMatchObject({ state: 'LIVE' });
});

it('does not go twice by one donor, whose network it is', async () => {
  const { token } = await world.reserve('PROVE', '2001:db8::1');
  await report(token);
  await expect(report(token)).rejects.toMatchObject({ code: 'INVALID_STATE' });
  await expect(world.reserve('PROVE', '2001:db8::2')).rejects.toMatchObject({
    code: 'INPUT_GROUP_NOT_FOUND',
  });
  expect(await stored()).toHaveLength(1);
});

it('is discarded at once when the server itself sees that its file is worth nothing', async () => {
  const { token } = await world.reserve('PROVE');
  await world.server.app.server.files.delete(file);
  await report(token);
  expect(await stored()).toEqual([]);
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({ state: 'AVAILABLE' });
});

it('is discarded at once when it belongs to another input', async () => {
  const { token, inputGroup } = await world.reserve('PROVE');
  await world.server
    .context()
    .em.execute('update input_group set input_commitment = ? where id = ?', ['0x9', inputGroup.id]);
  await report(token);
  expect(await stored()).toEqual([]);
});

it('is counted once when the server refuses it while a report has it looked at', async () => {
  const { token } = await world.reserve('PROVE');
  const populate = ['inputGroup.program.organization'] as const;
  const wanted = { inputGroup: world.groups.a.id };
  const execution = await world.server.context().em.findOneOrFail(Execution, wanted, { populate });
  // Room that others take: to give back too much of it would show.
  await world.server.context().em.execute('update organization set execution_bytes = execution_bytes + 1000');
  const { server } = world.server.app;
  server.prover.inspectExecution = async () => {
    await refuseExecution(server, execution);
    throw new ProverError(2, { code: 'EXECUTION_CORRUPTED', message: '', help: '' }, { command: 'inspect' });
  };
  expect(await report(token)).toMatchObject({ state: 'FAILED' });
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({ state: 'AVAILABLE' });
  const usage = await world.server.context().em.execute('select execution_bytes as bytes from organization');
  expect(usage).toEqual([{ bytes: 1000 }]);
});

it('leaves no report behind when the server refuses it while a report is on its way', async () => {
  const { token } = await world.reserve('PROVE', '10.0.0.1');
  const populate = ['inputGroup.program.organization'] as const;
  const wanted = { inputGroup: world.groups.a.id };
  const execution = await world.server.context().em.findOneOrFail(Execution, wanted, { populate });
  const { server } = world.server.app;
  server.prover.inspectExecution = async () => {
    await refuseExecution(server, execution);
    throw new DomainError('SERVER_BUSY', 'Later.');
  };
  expect(await report(token)).toMatchObject({ state: 'FAILED' });
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({ state: 'AVAILABLE' });
  expect(await world.server.context().em.find(FailureReport, {})).toEqual([]);
  const offered = [];
  for (const _group of Object.keys(world.groups)) offered.push(await world.reserve('EXECUTE', '10.0.0.1'));
  expect(offered.map(({ inputGroup }) => inputGroup.id)).toContain(world.groups.a.id);
});

it('is not judged by a prover that has no time', async () => {
  const { token } = await world.reserve('PROVE');
  world.server.app.server.prover.inspectExecution = () =>
    Promise.reject(new DomainError('SERVER_BUSY', 'Later.'));
  await report(token);
  expect(await stored()).toMatchObject([{ reportedAt: expect.any(Date) }]);
});

it.each(['EXECUTE', 'EXECUTE_AND_PROVE'] as const)(
  'is nothing that a reservation to %s has',
  async (kind) => {
    const { id, token } = await world.reserve(kind);
    await expect(report(token)).rejects.toMatchObject({
      code: 'INVALID_STATE',
      details: { found: kind, expected: 'PROVE' },
    });
    expect(await world.server.context().em.findOneOrFail(Reservation, id)).toMatchObject({ state: 'LIVE' });
  },
);

it('needs a live reservation and a plain message', async () => {
  const { token } = await world.reserve('PROVE');
  await expect(report(token, 'red \u001b[31m')).rejects.toMatchObject({ details: { field: 'message' } });
  world.server.clock.aheadMs += 60_001;
  await expect(report(token)).rejects.toMatchObject({ code: 'RESERVATION_EXPIRED' });
  expect(await stored()).toMatchObject([{ reportedAt: null }]);
});
