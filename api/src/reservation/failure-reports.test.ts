import { retryInputGroup } from '../input-group/retry-input-group.js';
import { insertProgram } from '../test/rows.js';
import { clientKey, newOrganization } from '../test/scenario.js';
import { TestServer } from '../test/test-server.js';
import { reportFailure } from './report-failure.js';
import type { FailureCode } from './reservation.enums.js';
import { reserveInputGroup } from './reserve-input-group.js';

let server: TestServer;
let session: Awaited<ReturnType<typeof newOrganization>>;
let program: { id: string; groups: string[] };

beforeEach(async () => {
  server = await TestServer.start();
  session = await newOrganization(server, 'owner');
  program = await insertProgram(server, session.organization.id, 'fold', 1);
});

afterEach(() => server[Symbol.asyncDispose]());

/** What a donor at an address reports of the first group that it gets. */
async function report(address: string, code: FailureCode, message: string | null): Promise<void> {
  server.clock.aheadMs += 10;
  const wanted = { kind: 'EXECUTE', clientKey: clientKey(), programId: program.id } as const;
  const { token } = await reserveInputGroup(server.context({ address }), wanted);
  await reportFailure(server.context({ address }), { token: token ?? '', code, message });
}

interface Shown {
  totalCount: number;
  nodes: { code: string; counts: boolean; message: string | null; inputGroup: { state: string } }[];
}

const read = (token: string, programId?: string) =>
  server.get<Shown>(
    `query ($programId: ID) { failureReports(programId: $programId) {
       totalCount nodes { code counts message inputGroup { id state } } } }`,
    { programId },
    { token },
  );

it('tells the organization which group failed, how often and why', async () => {
  const { token } = session.basicToken;
  expect(await read(token)).toEqual({ totalCount: 0, nodes: [] });
  await report('10.0.0.1', 'PROGRAM_PANICKED', 'it said no');
  await report('10.1.0.1', 'MEMORY_LIMIT', null);
  const inputGroup = { id: program.groups[0], state: 'AVAILABLE' };
  expect(await read(token, program.id)).toEqual({
    totalCount: 2,
    nodes: [
      { code: 'PROGRAM_PANICKED', counts: true, message: 'it said no', inputGroup },
      { code: 'MEMORY_LIMIT', counts: false, message: null, inputGroup },
    ],
  });
  for (const address of ['10.2.0.1', '10.3.0.1']) await report(address, 'PROGRAM_FAILED', 'no');
  expect((await read(token)).nodes.map((node) => node.inputGroup.state)).toEqual(Array(4).fill('FAILED'));
  await retryInputGroup(server.context({ ownerToken: token }), { id: program.groups[0] ?? '' });
  expect((await read(token)).totalCount).toBe(0);
});

it('shows nobody the reports of others', async () => {
  await report('10.0.0.1', 'PROGRAM_PANICKED', 'it said no');
  const other = await newOrganization(server, 'other');
  expect((await read(other.basicToken.token)).totalCount).toBe(0);
  expect((await read(other.basicToken.token, program.id)).totalCount).toBe(0);
  expect((await server.ask('{ failureReports { totalCount } }')).errors[0]?.extensions).toMatchObject({
    code: 'INVALID_TOKEN',
  });
});
