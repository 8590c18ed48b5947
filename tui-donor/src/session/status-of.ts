import type { Decision } from '../governor/decision/decide.js';
import type { DonorStatus } from './donor-status.js';
import type { WorkSeen } from './follow-work.js';

/** What a status is made of besides what the events told. */
type Facts = Pick<
  DonorStatus,
  'startedAt' | 'server' | 'mode' | 'dataDir' | 'isFinishing' | 'maxMemory' | 'cap'
> & {
  readonly decision: Pick<Decision, 'reasons' | 'isIdle' | 'cpus'>;
};

/** How a donor of this process stands. */
export function statusOf({ phase, ...seen }: WorkSeen, { decision, ...facts }: Facts): DonorStatus {
  const { reasons, isIdle, cpus } = decision;
  const state = reasons.length > 0 && phase !== 'ended' ? 'paused' : phase;
  return { pid: process.pid, state, reasons, isIdle, cpus, ...facts, ...seen };
}
