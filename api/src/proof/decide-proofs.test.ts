import { submitExecution } from '../execution/submit-execution.js';
import { countStatements } from '../test/count-statements.js';
import { handInProof } from '../test/hand-in.js';
import { ProvenWorld } from '../test/proven-world.js';
import { insertProgram, storedGroup } from '../test/rows.js';
import { newOrganization, source } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import { WITHOUT_HOUSEKEEPING } from '../test/test-server.js';
import { confirmProofs } from './confirm-proofs.js';
import type { Proof } from './proof.entity.js';
import { readOutput } from './read-output.js';
import { rejectProofs } from './reject-proofs.js';
import { Rejection } from './rejection.entity.js';

let world: ProvenWorld;
let proofId: string;
let file: string;

beforeEach(async () => {
  world = await ProvenWorld.make({ parts: WITHOUT_HOUSEKEEPING });
  const { proof } = world.fixture.a;
  proofId = (await world.submit(world.groups.a, proof)).id;
  file = sha256(proof);
});

afterEach(() => world[Symbol.asyncDispose]());

it('confirms: what was proven stays, the file goes', async () => {
  const [answer] = await confirmProofs(world.owner(), { proofIds: [proofId] });
  expect(answer).toMatchObject({
    proofId,
    error: null,
    proof: {
      state: 'CONFIRMED',
      sha256: file,
      fileKept: false,
    },
  });
  expect(await readOutput(world.owner(), answer?.proof as Proof)).toEqual([
    world.groups.a.inputCommitment,
    '0x6',
  ]);
  expect(answer?.proof?.decidedAt).toBeInstanceOf(Date);
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({
    state: 'CONFIRMED',
    proofId,
    confirmedAt: answer?.proof?.decidedAt,
  });
  expect(await world.has(file)).toBe(false);
});

it('keeps the file when it is asked to', async () => {
  const [answer] = await confirmProofs(world.owner(), { proofIds: [proofId], keepProof: true });
  expect(answer?.proof).toMatchObject({ state: 'CONFIRMED', fileKept: true });
  expect(await world.has(file)).toBe(true);
});

it('keeps a file that another group needs, until nobody does', async () => {
  const twin = await world.submit(world.groups.twin, world.fixture.a.proof);
  expect(twin.id).not.toBe(proofId);
  await confirmProofs(world.owner(), { proofIds: [proofId] });
  expect(await world.has(file)).toBe(true);
  await confirmProofs(world.owner(), { proofIds: [twin.id] });
  expect(await world.has(file)).toBe(false);
});

it('drops the execution of a confirmed group', async () => {
  const lease = await world.reserve('EXECUTE_AND_PROVE');
  const { execution, proof } = world.fixture.b;
  await submitExecution(world.server.context(), { token: lease.token, execution: source(execution) });
  const { id } = await world.submit(world.groups.b, proof, lease.token);
  expect(await world.has(sha256(execution))).toBe(true);
  await confirmProofs(world.owner(), { proofIds: [id] });
  expect(await world.has(sha256(execution))).toBe(false);
});

it('rejects: a record stays, the group is free again, the same file is no answer to it', async () => {
  const [answer] = await rejectProofs(world.owner(), { proofIds: [proofId], reason: 'Wrong parameters' });
  expect(answer).toMatchObject({ error: null, proof: { state: 'REJECTED' } });
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({
    state: 'AVAILABLE',
    proofId: null,
    provenAt: null,
  });
  const rejections = await world.server.context().em.find(Rejection, {});
  expect(rejections).toMatchObject([{ reason: 'Wrong parameters', proofSha256: file }]);
  expect(await world.has(file)).toBe(false);
  await expect(world.submit(world.groups.a, world.fixture.a.proof)).rejects.toMatchObject({
    code: 'PROOF_REJECTED',
    message: 'The organization has rejected this proof: Wrong parameters',
    details: { reason: 'REJECTED_BY_OWNER' },
  });
  const next = await world.reserve('EXECUTE');
  expect(next.inputGroup.id).toBe(world.groups.b.id);
});

it('takes the rejected file again from whoever reserved the group since', async () => {
  const earlier = await world.reserve('EXECUTE_AND_PROVE');
  await rejectProofs(world.owner(), { proofIds: [proofId], reason: 'By mistake' });
  const { proof } = world.fixture.a;
  await expect(world.submit(world.groups.a, proof)).rejects.toMatchObject({ code: 'PROOF_REJECTED' });
  await expect(world.submit(world.groups.a, proof, earlier.token)).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
  });
  await world.reserve('EXECUTE_AND_PROVE');
  const lease = await world.reserve('EXECUTE_AND_PROVE');
  expect(lease.inputGroup.id).toBe(world.groups.a.id);
  const again = await world.submit(world.groups.a, proof, lease.token);
  expect(again).toMatchObject({ state: 'SUBMITTED', sha256: file, fileKept: true });
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({
    state: 'PROVEN',
    proofId: again.id,
  });
  expect(await world.server.context().em.count(Rejection, {})).toBe(1);
  expect(await world.submit(world.groups.a, proof)).toMatchObject({ id: again.id });
});

it('sends a rejected group that was executed back to EXECUTED', async () => {
  const lease = await world.reserve('EXECUTE');
  await submitExecution(world.server.context(), {
    token: lease.token,
    execution: source(world.fixture.b.execution),
  });
  const { id } = await world.submit(world.groups.b, world.fixture.b.proof);
  await rejectProofs(world.owner(), { proofIds: [id], reason: 'No' });
  expect(await storedGroup(world.server, world.groups.b.id)).toMatchObject({ state: 'EXECUTED' });
  expect(await world.reserve('PROVE')).toMatchObject({ inputGroup: { id: world.groups.b.id } });
});

it('answers for each id by itself, in the same order', async () => {
  const second = await world.submit(world.groups.b, world.fixture.b.proof);
  const answers = await confirmProofs(world.owner(), { proofIds: ['none', second.id, proofId, second.id] });
  expect(answers.map(({ error, proof }) => error?.code ?? proof?.state)).toEqual([
    'PROOF_NOT_FOUND',
    'CONFIRMED',
    'CONFIRMED',
    'INVALID_STATE',
  ]);
  const [refused] = await rejectProofs(world.owner(), { proofIds: [proofId], reason: 'Too late' });
  expect(refused).toMatchObject({ proof: null, error: { code: 'INVALID_STATE' } });
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({ state: 'CONFIRMED' });
});

it('says how far it came when the server fails in the middle, and tries nothing after that', async () => {
  const twin = await world.submit(world.groups.twin, world.fixture.a.proof);
  const second = await world.submit(world.groups.b, world.fixture.b.proof);
  const ctx = world.owner();
  const { now } = ctx.clock;
  // The clock is asked once for the session and once for each transaction: all together, which fails, then each alone.
  let asked = 0;
  ctx.clock.now = (em) => {
    asked += 1;
    return asked === 2 || asked === 4
      ? Promise.reject(new Error('the disk said /secret/path'))
      : now.call(ctx.clock, em);
  };
  const ids = [proofId, second.id, twin.id];
  const answers = await confirmProofs(ctx, { proofIds: ids }).finally(() => {
    ctx.clock.now = now;
  });
  expect(answers.map(({ proofId: id, error, proof }) => [id, error?.code ?? proof?.state])).toEqual([
    [proofId, 'CONFIRMED'],
    [second.id, 'INTERNAL_SERVER_ERROR'],
    [twin.id, 'SERVER_BUSY'],
  ]);
  expect(JSON.stringify(answers)).not.toContain('/secret/path');
  expect(answers[1]?.error?.message).toContain('Read the proof again');
  expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({ state: 'CONFIRMED' });
  for (const group of [world.groups.b, world.groups.twin])
    expect(await storedGroup(world.server, group.id)).toMatchObject({ state: 'PROVEN' });
  const again = await confirmProofs(world.owner(), { proofIds: ids.slice(1) });
  expect(again.map(({ proof }) => proof?.state)).toEqual(['CONFIRMED', 'CONFIRMED']);
});

it('decides about many with as many statements as about two', async () => {
  const { groups } = await insertProgram(world.server, world.session.organization.id, 'many', 32);
  const proofs = [];
  for (const group of groups) proofs.push((await handInProof(world.server.context(), group, group)).id);
  const statements = async (proofIds: string[], decide: typeof confirmProofs | typeof rejectProofs) => {
    let answers: Awaited<ReturnType<typeof decide>> = [];
    const count = await countStatements(world.server, async () => {
      answers = await decide(world.owner(), { proofIds, reason: 'No' });
    });
    expect(answers.map(({ error }) => error)).toEqual(proofIds.map(() => null));
    return count;
  };
  const [two, many] = [proofs.slice(0, 2), proofs.slice(2, 16)];
  expect(await statements(many, confirmProofs)).toBe(await statements(two, confirmProofs));
  const [others, rest] = [proofs.slice(16, 18), proofs.slice(18)];
  expect(await statements(rest, rejectProofs)).toBe(await statements(others, rejectProofs));
});

it('says that nobody knows, of all that share a commit that fails', async () => {
  const second = await world.submit(world.groups.b, world.fixture.b.proof);
  const ctx = world.owner();
  const { database } = ctx;
  const em = database.em.fork();
  const transactional = em.transactional.bind(em);
  em.transactional = (async (work: Parameters<typeof transactional>[0]) => {
    await transactional(work);
    throw new Error('the connection broke');
  }) as never;
  const broken = Object.assign(Object.create(database), { em: { fork: () => em } });
  const proofIds = [proofId, second.id];
  const answers = await confirmProofs({ ...ctx, database: broken }, { proofIds });
  const codes = answers.map(({ error }) => error?.code);
  expect(codes).toEqual(['INTERNAL_SERVER_ERROR', 'INTERNAL_SERVER_ERROR']);
  expect(await storedGroup(world.server, world.groups.b.id)).toMatchObject({ state: 'CONFIRMED' });
});

it('lets one of two decisions at the same moment through', async () => {
  const answers = await Promise.all([
    confirmProofs(world.owner(), { proofIds: [proofId] }),
    rejectProofs(world.owner(), { proofIds: [proofId], reason: 'No' }),
    confirmProofs(world.owner(), { proofIds: [proofId] }),
  ]);
  expect(answers.flat().filter(({ error }) => error === null)).toHaveLength(1);
});

it("answers about another organization's proof as if it did not exist", async () => {
  const other = await newOrganization(world.server);
  const ctx = () => world.server.context({ ownerToken: other.basicToken.token });
  const [answer] = await confirmProofs(ctx(), { proofIds: [proofId] });
  const [unknown] = await confirmProofs(ctx(), { proofIds: ['none'] });
  expect(answer?.error).toEqual(unknown?.error);
  expect(answer?.error?.code).toBe('PROOF_NOT_FOUND');
});

it.each([[[]], [Array.from({ length: 501 }, () => 'x')]])(
  'refuses a list that is empty or too long',
  async (proofIds) => {
    await expect(confirmProofs(world.owner(), { proofIds })).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    });
  },
);

it.each(['', ' padded ', 'bad\u202Eword', 'x'.repeat(501)])('refuses the reason %j', async (reason) => {
  await expect(rejectProofs(world.owner(), { proofIds: [proofId], reason })).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
  });
});
