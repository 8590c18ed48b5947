import { Program } from '../program/program.entity.js';
import { insertOrganization, insertProgram } from '../test/rows.js';
import { TestServer } from '../test/test-server.js';
import { mendCounts } from './counts/mend-counts.js';
import { GroupCensus } from './group-census.js';
import { InputGroup } from './input-group.entity.js';
import { InputGroupState } from './input-group-state.js';

let server: TestServer;
let program: { id: string; groups: string[] };

beforeEach(async () => {
  server = await TestServer.start();
  const ada = await insertOrganization(server, 'ada');
  await insertProgram(server, ada, 'small', 1);
  program = await insertProgram(server, ada, 'large', 12);
  for (const [at, state] of Object.values(InputGroupState).entries())
    await server.context().em.nativeUpdate(InputGroup, program.groups[at] ?? '', { state });
  await mendCounts(server.app.server);
});

afterEach(() => server[Symbol.asyncDispose]());

const COUNTS = { available: 8, reserved: 1, executed: 1, proven: 1, confirmed: 1, failed: 1 };

it.each([1, 2, 3, 100])('counts the same in parts of %i programs', async (part) => {
  expect(await new GroupCensus(server.app.server.database, part).refresh()).toEqual(COUNTS);
  const { em } = server.context();
  expect((await em.findOneOrFail(Program, program.id)).openGroups).toBe(9);
});

it('counts once for all who ask at the same moment, and not again for a while', async () => {
  const census = new GroupCensus(server.app.server.database);
  const [first, second] = await Promise.all([census.refresh(), census.latest()]);
  expect(first).toBe(second);
  await server.context().em.nativeDelete(InputGroup, { program: program.id });
  await mendCounts(server.app.server);
  expect(await census.refresh()).toEqual(COUNTS);
});
