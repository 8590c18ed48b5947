import { isReceiptSigned } from '@cairn/shared-schema';
import { deleteProgram } from '../program/delete-program.js';
import { Rejection } from '../proof/rejection.entity.js';
import { countStatements } from '../test/count-statements.js';
import { donorStanding } from './donor-standing.js';
import { leaderboard } from './leaderboard.js';
import { listReceipts } from './list-receipts.js';
import { CreditWorld } from './test/credit-world.js';
import { TestDonor } from './test/test-donor.js';

let world: CreditWorld;
const [ada, eve] = [new TestDonor().publicKey, new TestDonor().publicKey];

beforeEach(async () => {
  world = await CreditWorld.make();
});

afterEach(() => world[Symbol.asyncDispose]());

const standing = (publicKey: string, programId?: string) =>
  donorStanding(world.server.context(), { publicKey, ...(programId !== undefined && { programId }) });

/** The proof hashes in a donor's receipts. */
async function receiptsOf(publicKey: string): Promise<string[]> {
  const { nodes } = await listReceipts(world.server.context(), { publicKey });
  return nodes.map(({ proofHash }) => proofHash);
}

it('gives credit when a proof is confirmed, and not before', async () => {
  const { id, groups } = await world.program('p', 2);
  const [first = '', second = ''] = groups;
  const proof = await world.handIn({ group: first, donor: ada, rows: 7 });
  expect(await standing(ada)).toMatchObject({ provenRows: 0, place: null, waitingProofs: 1, waitingRows: 7 });
  expect(await receiptsOf(ada)).toEqual([]);
  await world.confirm(proof);
  await world.prove({ group: second, donor: ada, rows: 5 });
  const both = { provenRows: 12, rankedRows: 12, proofs: 2, place: 1, waitingProofs: 0, waitingRows: 0 };
  expect(await standing(ada)).toEqual({ publicKey: ada, nickname: null, ...both });
  expect(await standing(ada, id)).toMatchObject(both);
  expect(await standing(ada, 'another')).toMatchObject({ provenRows: 0, place: null });
  expect(await receiptsOf(ada)).toHaveLength(2);
});

it('gives nothing for a rejected proof, and keeps whose it was', async () => {
  const [group = ''] = (await world.program('p', 1)).groups;
  await world.reject(await world.handIn({ group, donor: ada }));
  expect(await standing(ada)).toMatchObject({ provenRows: 0, proofs: 0, place: null, waitingProofs: 0 });
  expect(await receiptsOf(ada)).toEqual([]);
  const [rejection] = await world.server.context().em.find(Rejection, {});
  expect(rejection).toMatchObject({ donorKey: ada });
  await world.prove({ group, donor: ada, rows: 9 });
  expect(await standing(ada)).toMatchObject({ provenRows: 9, proofs: 1 });
});

it('counts a statement once, in one decision and in two', async () => {
  const { groups } = await world.program('p', 3);
  const proofs = [];
  for (const group of groups) proofs.push(await world.handIn({ group, donor: ada, output: 'same', rows: 7 }));
  await world.confirm(...proofs.slice(0, 2));
  await world.confirm(...proofs.slice(2));
  expect(await standing(ada)).toMatchObject({ provenRows: 7, proofs: 1 });
  expect(await receiptsOf(ada)).toHaveLength(3);
});

it('gives nothing to who hands in what another has proven, even when that is confirmed first', async () => {
  const [mine = '', twin = ''] = (await world.program('p', 2)).groups;
  const proof = await world.handIn({ group: mine, donor: ada, output: 'same' });
  await world.prove({ group: twin, donor: eve, output: 'same' });
  expect(await standing(eve)).toMatchObject({ provenRows: 0, proofs: 0, place: null });
  expect(await receiptsOf(eve)).toEqual([]);
  await world.confirm(proof);
  expect(await standing(ada)).toMatchObject({ provenRows: 100, proofs: 1 });
});

it.each([
  ['of a client without a key', undefined],
  ['that was rejected', ada],
])('nor when it takes over a proof %s', async (_, donor) => {
  const [first = '', twin = ''] = (await world.program('p', 2)).groups;
  const proof = await world.handIn({ group: first, output: 'same', ...(donor !== undefined && { donor }) });
  await (donor === undefined ? world.confirm(proof) : world.reject(proof));
  await world.prove({ group: twin, donor: eve, output: 'same' });
  expect(await standing(eve)).toMatchObject({ provenRows: 0, place: null });
});

it('counts nothing twice after a program was deleted and published again; what was earned stays', async () => {
  const { id, groups } = await world.program('p', 1);
  await world.prove({ group: groups[0] ?? '', donor: ada, output: 'same' });
  await deleteProgram(world.owner(), { id });
  expect(await standing(ada)).toMatchObject({ provenRows: 100, place: 1 });
  expect(await standing(ada, id)).toMatchObject({ provenRows: 0, place: null });
  expect(await receiptsOf(ada)).toEqual([]);
  const again = await world.program('p', 2);
  await world.prove({ group: again.groups[0] ?? '', donor: ada, output: 'same' });
  await world.prove({ group: again.groups[1] ?? '', donor: eve, output: 'same' });
  expect(await standing(ada)).toMatchObject({ provenRows: 100, proofs: 1 });
  expect(await standing(eve)).toMatchObject({ provenRows: 0, proofs: 0 });
});

it('counts work on one’s own programs, and does not rank it', async () => {
  const { id, groups } = await world.program('p', 2);
  await world.prove({ group: groups[0] ?? '', donor: ada, rows: 9, ownWork: true });
  expect(await standing(ada)).toMatchObject({ provenRows: 9, rankedRows: 0, place: null });
  expect(await leaderboard(world.server.context(), {})).toEqual([]);
  await world.prove({ group: groups[1] ?? '', donor: ada, rows: 4 });
  expect(await standing(ada)).toMatchObject({ provenRows: 13, rankedRows: 4, place: 1 });
  for (const programId of [null, id])
    expect(await leaderboard(world.server.context(), { programId })).toMatchObject([
      { provenRows: 4, proofs: 1 },
    ]);
});

it('gives receipts for unbound proofs, and counts one output once', async () => {
  const { groups } = await world.program('p', 2);
  for (const [index, group] of groups.entries())
    await world.prove({ group, donor: index === 0 ? ada : eve, output: 'nothing found', binding: 'NONE' });
  expect(await standing(ada)).toMatchObject({ provenRows: 100 });
  expect(await standing(eve)).toMatchObject({ provenRows: 0 });
  const { nodes } = await listReceipts(world.server.context(), { publicKey: eve });
  expect(nodes).toMatchObject([{ inputBinding: 'NONE', donor: eve }]);
});

it('confirms many proofs of many donors of several programs with as many statements as two', async () => {
  const programs = [await world.program('p', 17), await world.program('q', 17)];
  const proofs: string[] = [];
  for (const group of programs.flatMap((program) => program.groups))
    proofs.push(await world.handIn({ group, donor: new TestDonor().publicKey }));
  // That a session was used is noted at its first use, once a minute.
  await world.confirm(proofs.shift() ?? '');
  const [two, many] = [[proofs[0] ?? '', proofs.at(-1) ?? ''], proofs.slice(1, -1)];
  const ofTwo = await countStatements(world.server, () => world.confirm(...two));
  expect(await countStatements(world.server, () => world.confirm(...many))).toBe(ofTwo);
  expect(await leaderboard(world.server.context(), { first: 50 })).toHaveLength(34);
});

it('gives all credit when many confirm at once', async () => {
  const { groups } = await world.program('p', 12);
  const proofs = [];
  for (const [index, group] of groups.entries())
    proofs.push(await world.handIn({ group, donor: index % 2 === 0 ? ada : eve, rows: 3 }));
  await Promise.all(proofs.map((proof) => world.confirm(proof)));
  for (const donor of [ada, eve]) expect(await standing(donor)).toMatchObject({ provenRows: 18, proofs: 6 });
});

it('answers with receipts that hold', async () => {
  const { groups } = await world.program('p', 1);
  await world.prove({ group: groups[0] ?? '', donor: ada, rows: 2_359_296 });
  const found = await world.server.get<{ nodes: [never] }>(
    `query ($key: String!) { receipts(publicKey: $key) { nodes { server donor programHash inputCommitment inputBinding
       outputHash proofHash provenRows organizationId organization confirmedAt signature } } }`,
    { key: ada },
  );
  const [receipt] = found.nodes;
  expect(receipt).toMatchObject({
    server: world.server.app.server.serverKeys.current,
    donor: ada,
    provenRows: 2_359_296,
    organization: 'ada',
    organizationId: world.session.organization.id,
  });
  expect(isReceiptSigned(receipt)).toBe(true);
  expect(isReceiptSigned({ ...(receipt as object), organization: 'eve' } as never)).toBe(false);
});
