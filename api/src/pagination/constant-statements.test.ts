import { newId } from '../database/new-id.js';
import { Execution } from '../execution/execution.entity.js';
import { Rejection } from '../proof/rejection.entity.js';
import { FailureReport } from '../reservation/failure-report.entity.js';
import { countStatements } from '../test/count-statements.js';
import { insertOrganization, insertProgram, insertProof } from '../test/rows.js';
import { newOrganization } from '../test/scenario.js';
import { TestServer, WITHOUT_HOUSEKEEPING } from '../test/test-server.js';

/** A page takes the same number of statements whether it has five rows or fifty. */

const SHA256 = '0'.repeat(64);

let server: TestServer;
let token: string;
let program: string;

beforeAll(async () => {
  // What goes on beside the requests has statements of its own.
  server = await TestServer.start({ parts: WITHOUT_HOUSEKEEPING });
  for (let n = 0; n < 50; n += 1) {
    const organization = await insertOrganization(server, `organization ${n}`);
    await insertProgram(server, organization, `program ${n}`, n % 3);
  }
  const session = await newOrganization(server, 'owner');
  token = session.basicToken.token;
  // The oldest fifty proofs are of 25 programs; the fifty groups of one program come after them.
  for (let n = 0; n < 25; n += 1) {
    const { id, groups } = await insertProgram(server, session.organization.id, `own ${n}`, 2);
    for (const group of groups) await prove(group, id);
  }
  const own = await insertProgram(server, session.organization.id, 'own', 50);
  program = own.id;
  for (const group of own.groups) await prove(group, own.id);
});

afterAll(() => server[Symbol.asyncDispose]());

/** An execution, a proof and a rejection, as they would have been stored. */
async function prove(inputGroup: string, of: string): Promise<void> {
  const { em } = server.context();
  const now = await server.clock.now(em);
  const id = newId(now);
  const file = { sha256: SHA256, size: 1, steps: 1 };
  await em.insert(Execution, { id, inputGroup, ...file, createdAt: now });
  await insertProof(server, of, inputGroup, ['0x2', '0x6']);
  const report = { code: 'PROGRAM_FAILED', counts: true, message: null, createdAt: now } as const;
  await em.insert(FailureReport, { id, inputGroup, program: of, addressHash: SHA256, ...report });
  await em.insert(Rejection, { id, inputGroup, reason: 'No', proofSha256: SHA256, rejectedAt: now });
}

interface Page {
  nodes: unknown[];
}

it.each([
  [
    'programs',
    '{ id organization { name programCount } groupCounts { available reserved total } decisions { confirmed rejectRate } executableUrl }',
  ],
  ['organizations', '{ id name programCount decisions { confirmed rejected rejectRate } }'],
  [
    'inputGroups',
    '{ state inputUrl program { name organization { name } } execution { url } proof { url output } rejections { reason } }',
  ],
  ['failureReports', '{ code counts message inputGroup { name program { name } } }'],
  ['proofs', '{ url inputGroup { name program { name organization { name } groupCounts { proven } } } }'],
])('%s %s', async (list, fields) => {
  const argument = list === 'inputGroups' ? `, programId: "${program}"` : '';
  const read = (first: number, order = 'OLDEST') =>
    server.get<Page>(
      `{ ${list}(first: ${first}, order: ${order}${argument}) { totalCount nodes ${fields} } }`,
      {},
      { token },
    );
  expect((await read(50)).nodes).toHaveLength(50);
  const few = await countStatements(server, () => read(5));
  expect(few).toBeGreaterThan(0);
  expect(await countStatements(server, () => read(50))).toBe(few);
  expect(await countStatements(server, () => read(50, 'NEWEST'))).toBe(few);
});

it('shows each program its own organization and counts', async () => {
  interface Row {
    name: string;
    organization: { name: string; programCount: number };
    groupCounts: { available: number; total: number };
  }
  const fields = '{ name organization { name programCount } groupCounts { available total } }';
  const { nodes } = await server.get<{ nodes: Row[] }>(`{ programs(first: 50) { nodes ${fields} } }`);
  expect(nodes).toEqual(
    Array.from({ length: 50 }, (_, n) => ({
      name: `program ${n}`,
      organization: { name: `organization ${n}`, programCount: 1 },
      groupCounts: { available: n % 3, total: n % 3 },
    })),
  );
});

it('counts the whole list only for who asks', async () => {
  const statements = (fields: string) =>
    countStatements(server, () => server.get(`{ programs(first: 5) { ${fields} } }`));
  const without = await statements('nodes { id }');
  expect(await statements('totalCount nodes { id }')).toBe(without + 1);
  expect(await statements('totalCount')).toBe(without + 1);
});
