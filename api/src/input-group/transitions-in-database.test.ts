import { ProverTimeout } from '@cairn/prover';
import { pino } from 'pino';
import type { Session } from '../account/session.types.js';
import type { OperationContext } from '../context/operation-context.js';
import { newId } from '../database/new-id.js';
import { dropOldExecutions } from '../execution/drop-old-executions.js';
import { Execution } from '../execution/execution.entity.js';
import { refuseExecution } from '../execution/refuse-execution.js';
import { reportBadExecution } from '../execution/report-bad-execution.js';
import { confirmProofs } from '../proof/confirm-proofs.js';
import { rejectProofs } from '../proof/reject-proofs.js';
import { expireReservations } from '../reservation/expire-reservations.js';
import { FailureReport } from '../reservation/failure-report.entity.js';
import { releaseReservation } from '../reservation/release-reservation.js';
import { renewReservation } from '../reservation/renew-reservation.js';
import { reportFailure } from '../reservation/report-failure.js';
import { requireReservation } from '../reservation/require-reservation.js';
import { Reservation } from '../reservation/reservation.entity.js';
import type { FailureCode } from '../reservation/reservation.enums.js';
import { reserveInputGroup } from '../reservation/reserve-input-group.js';
import { handInExecution, handInProof } from '../test/hand-in.js';
import { putContent } from '../test/put-content.js';
import { insertProgram, storedGroup } from '../test/rows.js';
import { clientKey, newOrganization } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import { TestServer } from '../test/test-server.js';
import { InputGroup } from './input-group.entity.js';
import type { InputGroupState } from './input-group-state.js';
import { retryInputGroup } from './retry-input-group.js';
import { type InputGroupEvent, nextState, statesAllowing, TRANSITIONS } from './transitions.js';

/** Every event in every state, as the operations bring it about in the database. */

let server: TestServer;
let owner: Session;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await newOrganization(server);
});

afterAll(() => server[Symbol.asyncDispose]());

interface Scene {
  readonly program: string;
  readonly group: string;
  /** Of the group's last holder. */
  readonly token: string;
  readonly proof: string;
}

type Happen = (scene: Scene, ctx: OperationContext) => Promise<unknown>;

const reserve =
  (kind: 'EXECUTE' | 'EXECUTE_AND_PROVE' | 'PROVE'): Happen =>
  ({ program }, ctx) =>
    reserveInputGroup(ctx, { programId: program, kind, clientKey: clientKey() });

const handIn =
  (kind: 'EXECUTE' | 'EXECUTE_AND_PROVE'): Happen =>
  async ({ token }, ctx) => {
    const reservation = await requireReservation(ctx, token);
    await ctx.em.nativeUpdate(Reservation, reservation.id, { kind });
    return handInExecution(ctx, Object.assign(reservation, { kind }));
  };

const decide =
  (decision: typeof confirmProofs | typeof rejectProofs): Happen =>
  async ({ proof }, ctx) => {
    const [answer] = await decision(ctx, { proofIds: [proof], reason: 'No' });
    if (answer?.error != null) throw answer.error;
  };

const EVENTS: Record<InputGroupEvent, Happen> = {
  RESERVE_EXECUTE: reserve('EXECUTE'),
  RESERVE_EXECUTE_AND_PROVE: reserve('EXECUTE_AND_PROVE'),
  RESERVE_PROVE: reserve('PROVE'),
  SUBMIT_EXECUTION: handIn('EXECUTE'),
  CHECKPOINT: handIn('EXECUTE_AND_PROVE'),
  RENEW: ({ token }, ctx) => renewReservation(ctx, { token }),
  RELEASE: ({ token }, ctx) => releaseReservation(ctx, { token }),
  EXPIRE: async (_scene, ctx) => {
    server.clock.aheadMs += 60_001;
    await expireReservations({ ...server.app.server, events: ctx.events });
    server.clock.aheadMs = 0;
  },
  REPORT_FAILURE: ({ token }, ctx) => reportFailure(ctx, { token, code: 'PROGRAM_PANICKED' }),
  GIVE_UP: async ({ group, token }, ctx) => {
    await reportBefore(group, 2);
    await reportFailure(ctx, { token, code: 'PROGRAM_PANICKED' });
  },
  QUARANTINE: async (scene, ctx) => {
    // There is nothing to see in the file, and the prover has no time for it.
    const file = await putContent(server.app.server.files, scene.group);
    const { prover } = server.app.server;
    const { inspectExecution } = prover;
    prover.inspectExecution = () => Promise.reject(new ProverTimeout(1, { command: 'inspect' }));
    await reportExecution(scene, ctx, file).finally(() => {
      prover.inspectExecution = inspectExecution;
    });
  },
  DISCARD: (scene, ctx) => reportExecution(scene, ctx, { sha256: '0'.repeat(64), size: 1 }),
  REMAKE: async ({ group, token }, ctx) => {
    await ctx.em.nativeUpdate(Reservation, { inputGroup: group }, { kind: 'PROVE' });
    await insertExecution(group, 0);
    await reportBefore(group, 2, 'MEMORY_LIMIT');
    await reportFailure(ctx, { token, code: 'MEMORY_LIMIT' });
  },
  REFUSE_EXECUTION: async ({ group }) => {
    await refuseExecution(server.app.server, await insertExecution(group, 0));
  },
  DROP_EXECUTION: async ({ group }) => {
    await insertExecution(group, 15 * 24 * 60 * 60 * 1000);
    await dropOldExecutions(server.app.server, pino({ level: 'silent' }));
  },
  SUBMIT_PROOF: ({ group }, ctx) => handInProof(ctx, group, `another proof of ${group}`),
  CONFIRM: decide(confirmProofs),
  REJECT: decide(rejectProofs),
  RETRY: ({ group }, ctx) => retryInputGroup(ctx, { id: group }),
};

/** An execution that was handed in so long ago. */
async function insertExecution(group: string, agoMs: number): Promise<Execution> {
  const { em } = server.context();
  const createdAt = new Date((await server.clock.now(em)).getTime() - agoMs);
  const facts = { sha256: '0'.repeat(64), size: 1, steps: 1, createdAt, reportedAt: null };
  const id = newId(createdAt);
  await em.insert(Execution, { id, inputGroup: group, ...facts });
  return em.findOneOrFail(Execution, id, { populate: ['inputGroup.program'] });
}

/** Reports this execution as bad, as the holder of a reservation to prove it. */
async function reportExecution(
  { group, token }: Scene,
  ctx: OperationContext,
  file: { sha256: string; size: number },
): Promise<void> {
  const { em } = server.context();
  const createdAt = await server.clock.now(em);
  await em.nativeUpdate(Reservation, { inputGroup: group }, { kind: 'PROVE' });
  const facts = { ...file, steps: 1, createdAt, reportedAt: null };
  await em.insert(Execution, { id: newId(createdAt), inputGroup: group, ...facts });
  await reportBadExecution(ctx, { token });
}

async function programOf(inputGroup: string): Promise<string> {
  const { program } = await server.context().em.findOneOrFail(InputGroup, inputGroup);
  return program.id;
}

async function reportBefore(
  inputGroup: string,
  donors: number,
  code: FailureCode = 'PROGRAM_PANICKED',
): Promise<void> {
  const { em } = server.context();
  const createdAt = await server.clock.now(em);
  for (let n = 0; n < donors; n += 1) {
    const facts = { code, counts: code === 'PROGRAM_PANICKED', message: null, createdAt };
    await em.insert(FailureReport, {
      id: newId(createdAt),
      inputGroup,
      program: await programOf(inputGroup),
      addressHash: sha256(`${n}`),
      ...facts,
    });
  }
}

/** A group in this state, as the operations would have left it. */
async function stage(state: InputGroupState, executed: boolean): Promise<Scene> {
  const { id, groups } = await insertProgram(server, owner.organization.id, clientKey(), 1);
  const group = groups[0] ?? '';
  const ctx = server.context({ ownerToken: owner.basicToken.token });
  const { token, id: lease } = await reserveInputGroup(ctx, {
    programId: id,
    kind: 'EXECUTE',
    clientKey: clientKey(),
  });
  const scene = { program: id, group, token: token ?? '' };
  if (state === 'PROVEN' || state === 'CONFIRMED') {
    await ctx.em.nativeUpdate(InputGroup, group, { executed });
    const proof = await handInProof(ctx, group, `proof of ${group}`);
    if (state === 'CONFIRMED') await confirmProofs(ctx, { proofIds: [proof.id] });
    return { ...scene, proof: proof.id };
  }
  if (state !== 'RESERVED') {
    const now = await server.clock.now(ctx.em);
    await ctx.em.nativeUpdate(Reservation, lease, { state: 'RELEASED', endedAt: now });
    await ctx.em.nativeUpdate(InputGroup, group, { state, freeFrom: state === 'FAILED' ? null : now });
  }
  await ctx.em.nativeUpdate(InputGroup, group, { executed });
  return { ...scene, proof: 'none' };
}

const STANDINGS: [InputGroupState, boolean][] = [
  ['AVAILABLE', false],
  ['RESERVED', false],
  ['RESERVED', true],
  ['EXECUTED', true],
  ['PROVEN', false],
  ['PROVEN', true],
  ['CONFIRMED', false],
  ['FAILED', false],
  ['FAILED', true],
];

/** What an event that a state does not allow is answered with; to the sweeps there is simply nothing to do. */
const REFUSALS: Partial<Record<InputGroupEvent, string[]>> = {
  RESERVE_EXECUTE: ['INPUT_GROUP_NOT_FOUND'],
  RESERVE_EXECUTE_AND_PROVE: ['INPUT_GROUP_NOT_FOUND'],
  RESERVE_PROVE: ['INPUT_GROUP_NOT_FOUND'],
  CONFIRM: ['PROOF_NOT_FOUND', 'INVALID_STATE'],
  REJECT: ['PROOF_NOT_FOUND', 'INVALID_STATE'],
  SUBMIT_PROOF: ['SUPERSEDED'],
};
/** What the server does of itself. */
const SWEEPS: ReadonlySet<InputGroupEvent> = new Set(['EXPIRE', 'REFUSE_EXECUTION', 'DROP_EXECUTION']);
const LEASE_IS_OVER = ['INVALID_STATE', 'SUPERSEDED'];

describe.each(STANDINGS)('%s, executed: %s', (state, executed) => {
  it.each(Object.keys(TRANSITIONS) as InputGroupEvent[])('%s', async (event) => {
    const scene = await stage(state, executed);
    const before = await storedGroup(server, scene.group);
    const ctx = server.context({ ownerToken: owner.basicToken.token });
    const answer = await EVENTS[event](scene, ctx).then(
      () => 'ok',
      (error: { code?: string }) => error.code ?? String(error),
    );
    const after = await storedGroup(server, scene.group);
    if (!statesAllowing(event).includes(state)) {
      if (SWEEPS.has(event)) expect(answer).toBe('ok');
      else expect(REFUSALS[event] ?? LEASE_IS_OVER).toContain(answer);
      expect(after).toEqual(before);
      return;
    }
    expect(answer).toBe('ok');
    const stored =
      event === 'SUBMIT_EXECUTION' ||
      event === 'CHECKPOINT' ||
      (executed && !['DISCARD', 'REMAKE', 'REFUSE_EXECUTION', 'DROP_EXECUTION'].includes(event));
    expect(after).toMatchObject({ state: nextState(event, { state, executed: stored }), executed: stored });
    expect(after.freeFrom === null).toBe(['PROVEN', 'CONFIRMED', 'FAILED'].includes(after.state));
    expect(after.fencingNumber).toBe(before.fencingNumber + (event.startsWith('RESERVE') ? 1 : 0));
  });
});
