import { releaseReservation } from '../reservation/release-reservation.js';
import { ProvenWorld } from '../test/proven-world.js';
import { storedGroup } from '../test/rows.js';
import { source } from '../test/scenario.js';
import { onMysql } from '../test/test-database.js';
import { WITHOUT_HOUSEKEEPING } from '../test/test-server.js';
import { until } from '../test/until.js';
import { Execution } from './execution.entity.js';
import { refuseExecution } from './refuse-execution.js';
import { submitExecution } from './submit-execution.js';

let world: ProvenWorld;
let token: string;

beforeEach(async () => {
  world = await ProvenWorld.make({ parts: WITHOUT_HOUSEKEEPING });
  const { token: executing } = await world.reserve('EXECUTE');
  const execution = source(world.fixture.a.execution);
  await submitExecution(world.server.context(), { token: executing, execution });
  ({ token } = await world.reserve('PROVE'));
});

afterEach(() => world[Symbol.asyncDispose]());

async function refuse(): Promise<boolean> {
  const populate = ['inputGroup.program.organization'] as const;
  const wanted = { inputGroup: world.groups.a.id };
  const execution = await world.server.context().em.findOneOrFail(Execution, wanted, { populate });
  return refuseExecution(world.server.app.server, execution);
}

const release = () => releaseReservation(world.server.context(), { token });

/** Whether a statement like this is on its way in this test's database: what others have locked, it waits for. */
async function runs(statement: string): Promise<boolean> {
  const found = await world.server.context().em.execute(
    `select id from information_schema.processlist
     where db = database() and id <> connection_id() and info rlike ?`,
    [statement],
  );
  return found.length > 0;
}

/** Has the lease end after the execution was removed and before that is committed, where two can write at once. */
async function releaseWhileRefusing(): Promise<[boolean, unknown]> {
  if (!onMysql()) return Promise.all([refuse(), release()]);
  const holder = world.server.context().em.fork();
  await holder.begin();
  try {
    await holder.execute('select id from organization for update');
    const refusing = refuse();
    await until(() => runs('^update organization'));
    const releasing = release();
    await until(() => runs('^update `input_group`|from `input_group`.* for update'));
    await holder.commit();
    return await Promise.all([refusing, releasing]);
  } finally {
    if (holder.isInTransaction()) await holder.rollback();
  }
}

it('is not undone by a lease that ends meanwhile', async () => {
  expect(await releaseWhileRefusing()).toMatchObject([true, { state: 'RELEASED' }]);
  expect(await world.server.context().em.count(Execution, {})).toBe(0);
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({
    state: 'AVAILABLE',
    executed: false,
  });
});
