import { deleteProgram } from '../program/delete-program.js';
import { countStatements } from '../test/count-statements.js';
import { insertProgram, insertProof } from '../test/rows.js';
import { newOrganization } from '../test/scenario.js';
import { TestServer, WITHOUT_HOUSEKEEPING } from '../test/test-server.js';
import { confirmProofs } from './confirm-proofs.js';
import { DecisionTally } from './decision-tally.entity.js';
import { rejectProofs } from './reject-proofs.js';

let server: TestServer;
let session: Awaited<ReturnType<typeof newOrganization>>;

beforeEach(async () => {
  server = await TestServer.start({ parts: WITHOUT_HOUSEKEEPING });
  session = await newOrganization(server, 'owner');
});

afterEach(() => server[Symbol.asyncDispose]());

const owner = () => server.context({ ownerToken: session.basicToken.token });

/** A program with so many proofs that wait. */
async function proven(name: string, count: number): Promise<{ id: string; proofs: string[] }> {
  const { id, groups } = await insertProgram(server, session.organization.id, name, count);
  const proofs: string[] = [];
  for (const group of groups) proofs.push(await insertProof(server, id, group, ['0x2']));
  return { id, proofs };
}

const SHOWN = 'decisions { confirmed rejected rejectRate }';

async function shown(): Promise<unknown> {
  const { data } = await server.ask(
    `query ($id: ID!) { organization(id: $id) { ${SHOWN} } programs { nodes { name ${SHOWN} } } }`,
    { id: session.organization.id },
  );
  const { organization, programs } = data as {
    organization: { decisions: object };
    programs: { nodes: { name: string; decisions: object }[] };
  };
  return {
    organization: organization.decisions,
    ...Object.fromEntries(programs.nodes.map(({ name, decisions }) => [name, decisions])),
  };
}

const NONE = { confirmed: 0, rejected: 0, rejectRate: null };

it('tells how an organization has decided, of each program and of all', async () => {
  const fold = await proven('fold', 4);
  const cut = await proven('cut', 1);
  expect(await shown()).toEqual({ organization: NONE, fold: NONE, cut: NONE });
  const [first = '', second = '', third = ''] = fold.proofs;
  await confirmProofs(owner(), { proofIds: [first, second, ...cut.proofs, first, 'none'] });
  await rejectProofs(owner(), { proofIds: [third, first], reason: 'No' });
  expect(await shown()).toEqual({
    organization: { confirmed: 3, rejected: 1, rejectRate: 0.25 },
    fold: { confirmed: 2, rejected: 1, rejectRate: 1 / 3 },
    cut: { confirmed: 1, rejected: 0, rejectRate: 0 },
  });
});

it('does not forget rejections when their program is deleted', async () => {
  const { id, proofs } = await proven('fold', 2);
  await rejectProofs(owner(), { proofIds: proofs, reason: 'No' });
  await deleteProgram(owner(), { id });
  expect(await shown()).toEqual({ organization: { confirmed: 0, rejected: 2, rejectRate: 1 } });
  expect(await server.context().em.count(DecisionTally, { id })).toBe(0);
});

it('counts many in one statement', async () => {
  const { proofs } = await proven('fold', 12);
  const [first = '', one = '', ...ten] = proofs;
  // That a session was used is noted at its first use, once a minute.
  await confirmProofs(owner(), { proofIds: [first] });
  const alone = await countStatements(server, () => confirmProofs(owner(), { proofIds: [one] }));
  const together = await countStatements(server, () => confirmProofs(owner(), { proofIds: ten }));
  expect(together).toBe(alone);
});
