import type { OperationContext } from '../context/operation-context.js';
import { confirmProofs } from '../proof/confirm-proofs.js';
import { Proof } from '../proof/proof.entity.js';
import { rejectProofs } from '../proof/reject-proofs.js';
import { submitProof } from '../proof/submit-proof.js';
import { ProvenWorld } from '../test/proven-world.js';
import { source } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import type { DonorSignature } from './donor-signature.js';
import { donorStanding } from './donor-standing.js';
import { listReceipts } from './list-receipts.js';
import { TestDonor } from './test/test-donor.js';

let world: ProvenWorld;
const donor = new TestDonor();
/** A network that the program was not published from. */
const ELSEWHERE: Partial<OperationContext['caller']> = { address: '203.0.113.5' };

beforeEach(async () => {
  world = await ProvenWorld.make();
});

afterEach(() => world[Symbol.asyncDispose]());

const fileHash = () => sha256(world.fixture.a.proof);
const signed = (by = donor, group = world.groups.a.id) => by.submission(world.server, group, fileHash());

function submit(by: DonorSignature | undefined, group = world.groups.a, caller = ELSEWHERE): Promise<Proof> {
  const upload = { inputGroupId: group.id, proof: source(world.fixture.a.proof) };
  return submitProof(world.server.context(caller), by === undefined ? upload : { ...upload, donor: by });
}

const standing = ({ publicKey }: TestDonor) => donorStanding(world.server.context(), { publicKey });

it('credits the rows of the verified claim to who has signed', async () => {
  const proof = await submit(signed());
  expect(proof).toMatchObject({ donorKey: donor.publicKey, ownWork: false });
  await confirmProofs(world.owner(), { proofIds: [proof.id] });
  const { provenRows } = await world.server.context().em.findOneOrFail(Proof, proof.id);
  expect(provenRows).toBeGreaterThan(2_000_000);
  expect(await standing(donor)).toMatchObject({ provenRows, rankedRows: provenRows, place: 1 });
  const { nodes } = await listReceipts(world.server.context(), { publicKey: donor.publicKey });
  expect(nodes).toMatchObject([{ proofHash: fileHash(), programHash: proof.programHash, provenRows }]);
});

it('takes a proof without a key as ever, and credits nobody', async () => {
  const proof = await submit(undefined);
  await confirmProofs(world.owner(), { proofIds: [proof.id] });
  expect(proof).toMatchObject({ state: 'SUBMITTED', donorKey: null });
  const [row] = await world.server.context().em.execute('select count(*) as n from donor');
  expect(row).toMatchObject({ n: 0 });
});

it('refuses a signature of another group, file, server or donor, and takes the proof of none of them', async () => {
  await using other = await ProvenWorld.make();
  const wrong = [
    signed(donor, world.groups.b.id),
    donor.submission(world.server, world.groups.a.id, sha256(world.fixture.b.proof)),
    donor.submission(other.server, world.groups.a.id, fileHash()),
    { ...signed(), publicKey: new TestDonor().publicKey },
    { ...signed(), signature: signed(new TestDonor()).signature },
    { ...signed(), signature: '0'.repeat(128) },
    { ...signed(), signature: signed().signature.toUpperCase() },
    { ...signed(), publicKey: 'x' },
  ];
  for (const one of wrong)
    await expect(submit(one)).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      details: { field: expect.stringMatching(/^donor\./u) },
    });
  expect(await world.server.context().em.count(Proof, {})).toBe(0);
});

it('is whose it was first: who signs the same file again gets the answer and no credit', async () => {
  const thief = new TestDonor();
  const { id } = await submit(signed());
  expect(await submit(signed(thief))).toMatchObject({ id, donorKey: donor.publicKey });
  const twin = await submit(signed(thief, world.groups.twin.id), world.groups.twin);
  await confirmProofs(world.owner(), { proofIds: [twin.id, id] });
  expect(await standing(thief)).toMatchObject({ provenRows: 0, proofs: 0, place: null });
  expect(await standing(donor)).toMatchObject({ proofs: 1, place: 1 });
});

it('takes nothing back from a rejected proof that had nothing', async () => {
  const { id } = await submit(signed());
  await rejectProofs(world.owner(), { proofIds: [id], reason: 'No' });
  expect(await standing(donor)).toMatchObject({ provenRows: 0, waitingProofs: 0 });
});

it.each([
  ['from the network that published the program', () => ({ address: '127.0.0.1' })],
  ['with the organization’s token', () => ({ ...ELSEWHERE, ownerToken: world.session.basicToken.token })],
])('work %s counts and does not rank', async (_, caller) => {
  const { id } = await submit(signed(), world.groups.a, caller());
  await confirmProofs(world.owner(), { proofIds: [id] });
  expect(await standing(donor)).toMatchObject({ proofs: 1, rankedRows: 0, place: null });
});

it('work on a program that was published before networks were kept counts and does not rank', async () => {
  await world.server.context().em.execute('update program set publisher_network = null');
  const { id } = await submit(signed());
  await confirmProofs(world.owner(), { proofIds: [id] });
  expect(await standing(donor)).toMatchObject({ proofs: 1, rankedRows: 0, place: null });
});

it('takes a signature by GraphQL', async () => {
  const query = `mutation ($group: ID!, $donor: DonorSignatureInput) {
    submitProof(input: { inputGroupId: $group, donor: $donor }) { id } }`;
  const { errors } = await world.server.ask(query, {
    group: world.groups.a.id,
    donor: { publicKey: 'x', signature: 'y' },
  });
  expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_REQUEST' });
});
