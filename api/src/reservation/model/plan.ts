import type { OperationContext } from '../../context/operation-context.js';
import { retryInputGroup } from '../../input-group/retry-input-group.js';
import { confirmProofs } from '../../proof/confirm-proofs.js';
import type { Proof } from '../../proof/proof.entity.js';
import { rejectProofs } from '../../proof/reject-proofs.js';
import { handInExecution, handInProof } from '../../test/hand-in.js';
import { clientKey } from '../../test/scenario.js';
import { releaseReservation } from '../release-reservation.js';
import { renewReservation } from '../renew-reservation.js';
import { reportFailure } from '../report-failure.js';
import { requireReservation } from '../require-reservation.js';
import type { Reservation } from '../reservation.entity.js';
import { reserveInputGroup } from '../reserve-input-group.js';
import { end, isLive, MOST_LEASES, type Model, type ModelGroup, type ModelLease } from './model.js';
import type { Step } from './step.js';
import { Crash } from './world.js';

/** What one step does, what the model says comes of it, and how the model follows. */
export interface Plan {
  readonly donor: string;
  /** `ok` or an error's code. */
  readonly expected: string;
  run(ctx: OperationContext): Promise<unknown>;
  apply(answer: unknown): void;
}

type Do<Name extends Step['do']> = Extract<Step, { do: Name }>;

/** The plan of a step that one donor or the owner takes; undefined when there is nothing to take it with. */
export function planOf(model: Model, step: Step, now: number): Plan | undefined {
  if (step.do === 'reserve') return reserve(model, step, now);
  if (step.do === 'prove') return prove(model, step, now);
  if (step.do === 'confirm' || step.do === 'reject' || step.do === 'retry') return decide(model, step);
  if (!('lease' in step) || model.leases.length === 0) return undefined;
  const lease = pick(model.leases, step.lease);
  if (step.do === 'execute' && lease.kind === 'PROVE') return undefined;
  return step.do === 'ask again' ? askAgain(lease) : withLease(model, step, lease, now);
}

function pick<T>(list: readonly T[], index: number): T {
  return list.at(index % list.length) as T;
}

function reserve(model: Model, { donor: number, kind }: Do<'reserve'>, now: number): Plan {
  const donor = `10.0.0.${number}`;
  const free = model.freeFor(donor, kind, now);
  const allowed = model.liveOf(donor, now) < MOST_LEASES;
  const key = clientKey();
  return {
    donor,
    expected: !allowed ? 'RATE_LIMITED' : free.length === 0 ? 'INPUT_GROUP_NOT_FOUND' : 'ok',
    run: (ctx) => reserveInputGroup(ctx, { kind, clientKey: key }),
    apply: (answer) => applyReservation(model, free, answer as Reservation, { clientKey: key, donor }),
  };
}

/** Follows a reservation that was made: it must be of a group that was free for it. */
export function applyReservation(
  model: Model,
  free: readonly ModelGroup[],
  { id, token, kind, inputGroup, createdAt, expiresAt }: Reservation,
  facts: { clientKey: string; donor: string },
): void {
  const group = free.find((candidate) => candidate.id === inputGroup.id);
  if (group === undefined) throw new Error(`A group that was not free was reserved: ${inputGroup.id}`);
  const times = { createdAt: createdAt.getTime(), deadline: expiresAt.getTime() };
  model.reserve(group, { id, token: token ?? '', kind, ...times, ...facts });
}

function askAgain({ id, donor, kind, clientKey: key }: ModelLease): Plan {
  return {
    donor,
    expected: 'ok',
    run: (ctx) => reserveInputGroup(ctx, { kind, clientKey: key }),
    apply: (answer) => expect((answer as Reservation).id).toBe(id),
  };
}

function withLease(
  model: Model,
  step: Do<'renew' | 'release' | 'execute' | 'report'>,
  lease: ModelLease,
  now: number,
): Plan {
  const { donor, token } = lease;
  const plan = { donor, expected: isLive(lease, now) ? 'ok' : whyOver(lease) };
  if (step.do === 'renew') {
    const apply = (answer: unknown) => {
      lease.deadline = (answer as Reservation).expiresAt.getTime();
    };
    return { ...plan, run: (ctx) => renewReservation(ctx, { token }), apply };
  }
  if (step.do === 'release') {
    return { ...plan, run: (ctx) => releaseReservation(ctx, { token }), apply: () => end(lease, 'RELEASED') };
  }
  if (step.do === 'report') {
    const { code } = step;
    return {
      ...plan,
      run: (ctx) => reportFailure(ctx, { token, code }),
      apply: () => model.report(lease, code),
    };
  }
  const run = async (ctx: OperationContext) => handInExecution(ctx, await requireReservation(ctx, token));
  return { ...plan, run, apply: () => model.execute(lease) };
}

function whyOver({ state }: ModelLease): string {
  if (state === 'LIVE' || state === 'EXPIRED') return 'RESERVATION_EXPIRED';
  return state === 'SUPERSEDED' ? 'SUPERSEDED' : 'INVALID_STATE';
}

function prove(model: Model, { group: number, content, lease: leaseNumber }: Do<'prove'>, now: number): Plan {
  const group = pick(model.groups, number);
  const own = model.leases.filter((lease) => lease.group === group);
  // Half of the proofs come without a token.
  const lease = own.length === 0 || leaseNumber % 2 === 0 ? undefined : pick(own, leaseNumber);
  const known = group.proofs.get(content);
  const expected = expectedOfProof(group, known, lease);
  return {
    donor: lease?.donor ?? '10.0.0.9',
    expected,
    run: async (ctx) => {
      const reservation = lease === undefined ? undefined : await requireReservation(ctx, lease.token);
      return handInProof(ctx, group.id, `${group.id} ${content}`, reservation);
    },
    apply: (answer) => {
      const { id } = answer as Proof;
      if (known !== undefined && known.rejectedAt === undefined) expect(id).toBe(known.id);
      else model.prove(group, content, id, lease, now);
    },
  };
}

function expectedOfProof(
  group: ModelGroup,
  known: { rejectedAt?: number } | undefined,
  lease: ModelLease | undefined,
): string {
  if (known !== undefined) {
    if (known.rejectedAt === undefined) return 'ok';
    if (lease === undefined || lease.createdAt < known.rejectedAt) return 'PROOF_REJECTED';
  }
  return group.state === 'PROVEN' || group.state === 'CONFIRMED' ? 'SUPERSEDED' : 'ok';
}

function decide(model: Model, step: Do<'confirm' | 'reject' | 'retry'>): Plan {
  const group = pick(model.groups, step.group);
  const donor = '10.0.0.8';
  if (step.do === 'retry') {
    const apply = () => {
      group.state = 'IDLE';
      group.reports.clear();
      group.short.clear();
    };
    const expected = group.state === 'FAILED' ? 'ok' : 'INVALID_STATE';
    return { donor, expected, run: (ctx) => retryInputGroup(ctx, { id: group.id }), apply };
  }
  const proofIds = [group.proofId ?? 'none'];
  const expected =
    group.proofId === null ? 'PROOF_NOT_FOUND' : group.state === 'PROVEN' ? 'ok' : 'INVALID_STATE';
  const operation = step.do === 'confirm' ? confirmProofs : rejectProofs;
  return {
    donor,
    expected,
    run: async (ctx) => {
      const [answer] = await operation(ctx, { proofIds, reason: 'No' });
      // One decision of many that dies does not end the others: it is told among the answers.
      if (answer?.error?.code === 'INTERNAL_SERVER_ERROR') throw new Crash();
      if (answer?.error != null) throw answer.error;
      return answer?.proof;
    },
    apply: (answer) => {
      if (step.do === 'confirm') group.state = 'CONFIRMED';
      else model.reject(group, (answer as Proof).decidedAt?.getTime() ?? 0);
    },
  };
}
