import { ProverCrashed, ProverMissing, ProverTimeout, type Verdict } from '@cairn/prover';
import { submitExecution } from '../execution/submit-execution.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { Reservation } from '../reservation/reservation.entity.js';
import { countStatements } from '../test/count-statements.js';
import { ProvenWorld } from '../test/proven-world.js';
import { storedGroup } from '../test/rows.js';
import { source } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import { WITHOUT_HOUSEKEEPING } from '../test/test-server.js';
import { findKnownProof } from './find-known-proof.js';
import { Proof } from './proof.entity.js';
import { readOutput } from './read-output.js';

let world: ProvenWorld;

beforeEach(async () => {
  world = await ProvenWorld.make({ parts: WITHOUT_HOUSEKEEPING });
});

afterEach(() => world[Symbol.asyncDispose]());

async function reservationState({ id }: Reservation): Promise<string> {
  return (await world.server.context().em.findOneOrFail(Reservation, id)).state;
}

/** A verifier that finds everything valid, so that different files can compete. */
function believeEverything(): void {
  world.server.app.server.prover.verify = async ({ proof, binding = 'poseidon' }): Promise<Verdict> => {
    const { readFile } = await import('node:fs/promises');
    return {
      valid: true,
      programHash: world.program.programHash,
      inputCommitment: world.groups.a.inputCommitment,
      binding,
      bound: true,
      output: ['0x1'],
      securityBits: 96,
      steps: 1,
      provenRows: 1,
      tier: 'small',
      sha256: sha256(await readFile(proof)),
      seconds: 0,
    };
  };
}

it('takes a valid proof from the holder and completes the lease', async () => {
  const lease = await world.reserve('EXECUTE_AND_PROVE');
  const proof = await world.submit(world.groups.a, world.fixture.a.proof, lease.token);
  expect(proof).toMatchObject({
    state: 'SUBMITTED',
    sha256: sha256(world.fixture.a.proof),
    programHash: world.program.programHash,
    bound: true,
    securityBits: 96,
    proveSeconds: null,
  });
  expect(await readOutput(world.owner(), proof)).toEqual([world.groups.a.inputCommitment, '0x6']);
  expect(proof.steps).toBeGreaterThan(100);
  expect(proof.provenRows).toBeGreaterThan(proof.steps);
  expect(await reservationState(lease)).toBe('COMPLETED');
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({
    state: 'PROVEN',
    proofId: proof.id,
    freeFrom: null,
    provenAt: proof.submittedAt,
  });
});

it('takes a valid proof from anybody; the holder is superseded', async () => {
  const holder = await world.reserve('EXECUTE');
  const proof = await world.submit(world.groups.a, world.fixture.a.proof);
  expect(proof.state).toBe('SUBMITTED');
  expect(await reservationState(holder)).toBe('SUPERSEDED');
  const execution = source(world.fixture.a.execution);
  await expect(
    submitExecution(world.server.context(), { token: holder.token, execution }),
  ).rejects.toMatchObject({ code: 'SUPERSEDED' });
});

it('takes a proof after the deadline, and of a group that was given up', async () => {
  const late = await world.reserve('EXECUTE_AND_PROVE');
  world.server.clock.aheadMs += 60_001;
  await world.submit(world.groups.a, world.fixture.a.proof, late.token);
  await world.server
    .context()
    .em.nativeUpdate(InputGroup, world.groups.b.id, { state: 'FAILED', freeFrom: null });
  expect(await world.submit(world.groups.b, world.fixture.b.proof)).toMatchObject({ state: 'SUBMITTED' });
});

it('answers the same for the same file, and SUPERSEDED for any other', async () => {
  const first = await world.submit(world.groups.a, world.fixture.a.proof);
  const again = await Promise.all([1, 2, 3].map(() => world.submit(world.groups.a, world.fixture.a.proof)));
  expect(again.map(({ id }) => id)).toEqual([first.id, first.id, first.id]);
  await expect(world.submit(world.groups.a, world.fixture.b.proof)).rejects.toMatchObject({
    code: 'SUPERSEDED',
  });
  expect(await world.server.context().em.count(Proof, {})).toBe(1);
});

it('makes one proof of the same file sent many times at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => world.submit(world.groups.a, world.fixture.a.proof)),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
});

it('looks at a group and its proof in one statement: nothing comes between', async () => {
  const look = (content: Buffer) =>
    findKnownProof(world.server.context(), world.groups.a.id, sha256(content), undefined);
  expect(await countStatements(world.server, () => look(world.fixture.a.proof))).toBe(1);
  const { id } = await world.submit(world.groups.a, world.fixture.a.proof);
  expect((await look(world.fixture.a.proof))?.id).toBe(id);
  await expect(look(world.fixture.b.proof)).rejects.toMatchObject({ code: 'SUPERSEDED' });
});

it('lets the first of many valid proofs win, and keeps no file of the others', async () => {
  believeEverything();
  const files = Array.from({ length: 12 }, (_, n) => `proof ${n}`);
  const answers = await Promise.allSettled(files.map((file) => world.submit(world.groups.a, file)));
  const won = answers.filter(({ status }) => status === 'fulfilled');
  const lost = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => reason.code);
  expect(won).toHaveLength(1);
  expect(lost).toEqual(Array.from({ length: 11 }, () => 'SUPERSEDED'));
  const kept = await Promise.all(files.map((file) => world.has(sha256(file))));
  expect(kept.filter(Boolean)).toHaveLength(1);
});

it("refuses what does not prove this input, with the verifier's reason, and keeps nothing of it", async () => {
  await expect(world.submit(world.groups.a, world.fixture.b.proof)).rejects.toMatchObject({
    code: 'PROOF_REJECTED',
    details: { reason: 'WRONG_INPUT' },
  });
  await expect(world.submit(world.groups.a, 'no proof at all')).rejects.toMatchObject({
    code: 'PROOF_REJECTED',
    details: { reason: 'MALFORMED' },
  });
  const flipped = Buffer.from(world.fixture.a.proof);
  flipped.writeUInt8(flipped.readUInt8(flipped.length - 9) ^ 1, flipped.length - 9);
  await expect(world.submit(world.groups.a, flipped)).rejects.toMatchObject({ code: 'PROOF_REJECTED' });
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({
    state: 'AVAILABLE',
    proofId: null,
  });
  expect(await world.has(sha256(flipped))).toBe(false);
});

it.each([
  ['runs into its time limit', () => new ProverTimeout(60, { command: 'verify' }), 'SERVER_BUSY'],
  ['crashes', () => new ProverCrashed('ended by SIGSEGV', {}, { command: 'verify' }), undefined],
  ['is missing', () => new ProverMissing('no binary', { command: 'verify' }), undefined],
])('never rejects when the verifier %s', async (_how, failure, code) => {
  const lease = await world.reserve('EXECUTE_AND_PROVE');
  world.server.app.server.prover.verify = () => Promise.reject(failure());
  const refusal = await world
    .submit(world.groups.a, world.fixture.a.proof, lease.token)
    .catch((error) => error);
  expect(refusal).toBeInstanceOf(Error);
  expect(refusal.code === 'PROOF_REJECTED').toBe(false);
  if (code !== undefined) expect(refusal.code).toBe(code);
  expect(await reservationState(lease)).toBe('LIVE');
  expect(await world.server.context().em.count(Proof, {})).toBe(0);
});

it('believes no verifier that speaks of another statement or of less security', async () => {
  const { verify } = world.server.app.server.prover;
  const lies = [
    { securityBits: 95 },
    { programHash: '0x5' },
    { inputCommitment: '0x5' },
    { bound: false },
    { sha256: 'f' },
  ];
  for (const lie of lies) {
    world.server.app.server.prover.verify = async (request) => {
      const verdict = await verify.call(world.server.app.server.prover, request);
      return verdict.valid ? { ...verdict, ...lie } : verdict;
    };
    await expect(world.submit(world.groups.a, world.fixture.a.proof)).rejects.toThrow('something else');
  }
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({ state: 'AVAILABLE' });
});

it('tells a wrong group or token from a bad proof', async () => {
  const lease = await world.reserve('EXECUTE');
  await expect(world.submit({ ...world.groups.a, id: 'none' }, 'x')).rejects.toMatchObject({
    code: 'INPUT_GROUP_NOT_FOUND',
  });
  await expect(world.submit(world.groups.a, world.fixture.a.proof, 'wrong')).rejects.toMatchObject({
    code: 'RESERVATION_NOT_FOUND',
  });
  await expect(world.submit(world.groups.b, world.fixture.b.proof, lease.token)).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
  });
});
