import { newId } from '../database/new-id.js';
import { insertOrganization, insertProgram } from '../test/rows.js';
import { TestServer } from '../test/test-server.js';
import { Execution } from './execution.entity.js';
import { MOST_WAITING, queueChecks } from './queue-check.js';

it('queues so many at most, and the next when one is done', async () => {
  const housekeeping = () => async () => undefined;
  await using server = await TestServer.start({ parts: { housekeeping } });
  const { groups } = await insertProgram(
    server,
    await insertOrganization(server, 'ada'),
    'p',
    MOST_WAITING + 1,
  );
  const { em } = server.context();
  const now = await server.clock.now(em);
  const rows = groups.map((inputGroup, n) => ({
    id: newId(now, n),
    inputGroup,
    steps: 1,
    size: 1,
    sha256: '0'.repeat(64),
    createdAt: now,
    reportedAt: now,
    checkFrom: n < MOST_WAITING ? now : null,
  }));
  await em.insertMany(Execution, rows);
  const [first = '', last = ''] = [groups[0], groups.at(-1)];
  const waits = async () =>
    (await server.context().em.findOneOrFail(Execution, { inputGroup: last })).checkFrom;
  await queueChecks(server.context().em, [last], now);
  expect(await waits()).toBeNull();
  await em.nativeUpdate(Execution, { inputGroup: first }, { checkFrom: null });
  await queueChecks(server.context().em, [last], now);
  expect(await waits()).toEqual(now);
});
