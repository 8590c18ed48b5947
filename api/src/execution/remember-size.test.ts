import { Organization } from '../account/organization.entity.js';
import { Program } from '../program/program.entity.js';
import { ProvenWorld } from '../test/proven-world.js';
import { source } from '../test/scenario.js';
import { submitExecution } from './submit-execution.js';

let world: ProvenWorld;

beforeEach(async () => {
  world = await ProvenWorld.make();
});

afterEach(() => world[Symbol.asyncDispose]());

/** Bytes that executions for the organization may take. */
async function allow(executionQuota: number): Promise<void> {
  const { em } = world.server.context();
  await em.nativeUpdate(Organization, world.session.organization.id, { executionQuota });
}

function execute(token: string) {
  const execution = source(world.fixture.a.execution);
  return submitExecution(world.server.context(), { token, execution });
}

const NOTHING = { code: 'INPUT_GROUP_NOT_FOUND' };

it('gives no group out to be executed where there is no room, and any to be proven', async () => {
  const { em } = world.server.context();
  await em.nativeUpdate(Organization, world.session.organization.id, { executionBytes: 1000 });
  await allow(1000);
  await expect(world.reserve('EXECUTE')).rejects.toMatchObject(NOTHING);
  expect(await world.reserve('EXECUTE_AND_PROVE')).toMatchObject({ state: 'LIVE' });
  await allow(1001);
  expect(await world.reserve('EXECUTE')).toMatchObject({ state: 'LIVE' });
});

it('keeps nobody from executing because one execution was refused', async () => {
  const { length } = world.fixture.a.execution;
  await allow(length - 1);
  const { token } = await world.reserve('EXECUTE');
  await expect(execute(token)).rejects.toMatchObject({ code: 'INVALID_STATE' });
  expect(await world.reserve('EXECUTE')).toMatchObject({ state: 'LIVE' });
});

it('asks for no more executions like the one that is stored than there is room for', async () => {
  const { length } = world.fixture.a.execution;
  await allow(length);
  await execute((await world.reserve('EXECUTE')).token);
  const { em } = world.server.context();
  expect(await em.findOneOrFail(Program, world.program.id)).toMatchObject({ executionBytes: length });
  await expect(world.reserve('EXECUTE')).rejects.toMatchObject(NOTHING);
  await allow(2 * length);
  expect(await world.reserve('EXECUTE')).toMatchObject({ state: 'LIVE' });
});
