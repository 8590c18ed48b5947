import { ProverTimeout } from '@cairn/prover';
import { ProvenWorld } from '../test/proven-world.js';
import { storedGroup } from '../test/rows.js';
import { source } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import { Execution } from './execution.entity.js';
import { submitExecution } from './submit-execution.js';

let world: ProvenWorld;

beforeEach(async () => {
  world = await ProvenWorld.make();
});

afterEach(() => world[Symbol.asyncDispose]());

function submit(token: string, execution: Buffer | string) {
  return submitExecution(world.server.context(), { token, execution: source(execution) });
}

it('ends an EXECUTE lease and makes the group EXECUTED, once, however often it is sent', async () => {
  const { token } = await world.reserve('EXECUTE');
  const { execution } = world.fixture.a;
  expect(await submit(token, execution)).toMatchObject({ state: 'EXECUTED', executed: true });
  expect(await submit(token, execution)).toMatchObject({ state: 'EXECUTED' });
  const rows = await world.server.context().em.find(Execution, {});
  expect(rows).toMatchObject([
    { sha256: sha256(execution), size: execution.length, steps: expect.any(Number) },
  ]);
  expect(await world.has(sha256(execution))).toBe(true);
  await expect(submit(token, world.fixture.b.execution)).rejects.toMatchObject({ code: 'INVALID_STATE' });
});

it('keeps an EXECUTE_AND_PROVE lease; when that is lost the group is EXECUTED', async () => {
  const { token } = await world.reserve('EXECUTE_AND_PROVE');
  await submit(token, world.fixture.a.execution);
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({
    state: 'RESERVED',
    executed: true,
  });
  expect(await submit(token, world.fixture.a.execution)).toMatchObject({ state: 'RESERVED' });
  world.server.clock.aheadMs += 60_001;
  await expect(submit(token, world.fixture.b.execution)).rejects.toMatchObject({
    code: 'RESERVATION_EXPIRED',
  });
  const prover = await world.reserve('PROVE');
  expect(prover).toMatchObject({ inputGroup: { id: world.groups.a.id }, fencingNumber: 2 });
  await expect(submit(prover.token, world.fixture.a.execution)).rejects.toMatchObject({
    code: 'INVALID_STATE',
  });
});

it.each(['EXECUTE', 'EXECUTE_AND_PROVE'] as const)(
  'takes nothing of an %s lease that ends while it is sent',
  async (kind) => {
    const { token } = await world.reserve(kind);
    const late = source(world.fixture.a.execution);
    const { open } = late;
    const execution = {
      ...late,
      open: () => {
        world.server.clock.aheadMs += 60_001;
        return open();
      },
    };
    await expect(submitExecution(world.server.context(), { token, execution })).rejects.toMatchObject({
      code: 'RESERVATION_EXPIRED',
    });
    expect(await world.server.context().em.count(Execution, {})).toBe(0);
    expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({ executed: false });
    expect(await world.has(sha256(world.fixture.a.execution))).toBe(false);
  },
);

it('takes no execution of another input', async () => {
  const { token } = await world.reserve('EXECUTE');
  await expect(submit(token, world.fixture.b.execution)).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    details: { found: world.groups.b.inputCommitment, expected: world.groups.a.inputCommitment },
  });
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({
    state: 'RESERVED',
    executed: false,
  });
  expect(await world.has(sha256(world.fixture.b.execution))).toBe(false);
  await submit(token, world.fixture.a.execution);
});

it('takes no execution of another program', async () => {
  const { em } = world.server.context();
  await em.execute("update program set program_hash = '0x1'");
  const { token } = await world.reserve('EXECUTE');
  await expect(submit(token, world.fixture.a.execution)).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    message: expect.stringContaining('program hash'),
  });
});

it.each([
  ['junk', 'no execution'],
  ['nothing', ''],
])('takes no %s', async (_what, content) => {
  const { token } = await world.reserve('EXECUTE');
  await expect(submit(token, content)).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    details: { field: 'execution' },
  });
});

it('stops an upload at its size limit', async () => {
  await world[Symbol.asyncDispose]();
  world = await ProvenWorld.make({ limits: { executionBytes: 1000 } });
  const { token } = await world.reserve('EXECUTE');
  await expect(submit(token, world.fixture.a.execution)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
});

it('says that it is busy when the prover does not come to an answer', async () => {
  const { token } = await world.reserve('EXECUTE');
  world.server.app.server.prover.inspectExecution = () =>
    Promise.reject(new ProverTimeout(60, { command: 'inspect' }));
  await expect(submit(token, world.fixture.a.execution)).rejects.toMatchObject({ code: 'SERVER_BUSY' });
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({ state: 'RESERVED' });
});
