import { Readable } from 'node:stream';
import { deleteInputGroups } from '../input-group/delete-input-groups.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { uploadInputGroups } from '../input-group/upload-input-groups.js';
import { confirmProofs } from '../proof/confirm-proofs.js';
import { Proof } from '../proof/proof.entity.js';
import { submitProof } from '../proof/submit-proof.js';
import { renewReservation } from '../reservation/renew-reservation.js';
import { Reservation } from '../reservation/reservation.entity.js';
import { ProvenWorld } from '../test/proven-world.js';
import { insertProgram } from '../test/rows.js';
import { publishSample } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import { deleteProgram } from './delete-program.js';
import { Program } from './program.entity.js';

let world: ProvenWorld;

beforeEach(async () => {
  world = await ProvenWorld.make();
});

afterEach(() => world[Symbol.asyncDispose]());

const rows = () => world.server.context().em;

/** A file in the middle of whose upload something else happens. */
function meanwhile(content: string | Buffer, happen: () => Promise<unknown>) {
  const body = async function* () {
    await happen();
    yield Buffer.from(content);
  };
  return { filename: 'file', open: () => Readable.from(body()) };
}

describe('an input group that is deleted', () => {
  it('takes its proof and its files along, but none that another group has', async () => {
    const { a, b, twin } = world.groups;
    const proof = await world.submit(a, world.fixture.a.proof);
    expect(await deleteInputGroups(world.owner(), { ids: [a.id, b.id, b.id] })).toEqual([a.id, b.id]);
    expect(await rows().find(InputGroup, {})).toMatchObject([{ id: twin.id }]);
    expect(await rows().count(Proof)).toBe(0);
    expect(await world.has(proof.sha256)).toBe(false);
    expect(await world.has(sha256(world.fixture.b.csv))).toBe(false);
    expect(await world.has(sha256(world.fixture.a.csv))).toBe(true);
  });

  it('ends its lease', async () => {
    const { token } = await world.reserve('EXECUTE_AND_PROVE');
    await deleteInputGroups(world.owner(), { ids: [world.groups.a.id] });
    await expect(renewReservation(world.server.context(), { token })).rejects.toMatchObject({
      code: 'RESERVATION_NOT_FOUND',
    });
    expect(await rows().count(Reservation)).toBe(0);
  });

  it('goes with all the others or not at all', async () => {
    const ids = [world.groups.a.id, 'x'];
    await expect(deleteInputGroups(world.owner(), { ids })).rejects.toMatchObject({
      code: 'INPUT_GROUP_NOT_FOUND',
    });
    expect(await rows().count(InputGroup)).toBe(3);
  });

  it.each([0, 501])('does not come in a list of %i', async (length) => {
    const ids = Array.from({ length }, (_, index) => String(index));
    await expect(deleteInputGroups(world.owner(), { ids })).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    });
  });

  it('takes no proof that was on its way', async () => {
    const { a } = world.groups;
    const proof = meanwhile(world.fixture.a.proof, () => deleteInputGroups(world.owner(), { ids: [a.id] }));
    await expect(submitProof(world.server.context(), { inputGroupId: a.id, proof })).rejects.toMatchObject({
      code: 'INPUT_GROUP_NOT_FOUND',
    });
  });
});

describe('a program that is deleted', () => {
  it('takes everything along, confirmed results too', async () => {
    const { archiveSha256, executableSha256 } = world.program;
    const { id } = await world.submit(world.groups.a, world.fixture.a.proof);
    await confirmProofs(world.owner(), { proofIds: [id], keepProof: true });
    await world.reserve('EXECUTE');
    expect(await deleteProgram(world.owner(), { id: world.program.id })).toBe(world.program.id);
    const em = rows();
    const left = [em.count(Program), em.count(InputGroup), em.count(Proof), em.count(Reservation)];
    expect(await Promise.all(left)).toEqual([0, 0, 0, 0]);
    for (const file of [archiveSha256, executableSha256, sha256(world.fixture.a.proof)])
      expect(await world.has(file)).toBe(false);
  });

  it('leaves the files of another program of the same archive', async () => {
    const second = await publishSample(world.server, world.session, 'The same');
    await deleteProgram(world.owner(), { id: world.program.id });
    expect(await world.has(second.archiveSha256)).toBe(true);
  });

  it('may have more groups than one step takes', async () => {
    const { id } = await insertProgram(world.server, world.session.organization.id, 'large', 1001);
    await deleteProgram(world.owner(), { id });
    expect(await rows().count(InputGroup)).toBe(3);
  });

  it('takes no input group that was on its way', async () => {
    const { id } = world.program;
    const file = meanwhile('1', () => deleteProgram(world.owner(), { id }));
    const upload = uploadInputGroups(world.owner(), { programId: id, groups: [{ name: 'late', file }] });
    await expect(upload).rejects.toMatchObject({ code: 'PROGRAM_NOT_FOUND' });
    expect(await world.has(sha256('1'))).toBe(false);
  });
});
