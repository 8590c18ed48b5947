import type { DonorEvent } from '../events/donor-event.js';
import type { WorkInHand } from './donor-status.js';

/** What the events tell of the work: the part of a status that is not known otherwise. */
export interface WorkSeen {
  readonly phase: 'connecting' | 'working' | 'waiting' | 'ended';
  readonly work: WorkInHand | null;
  readonly proofs: number;
  readonly executions: number;
  readonly trouble: string | null;
}

export const NOTHING_SEEN: WorkSeen = {
  phase: 'connecting',
  work: null,
  proofs: 0,
  executions: 0,
  trouble: null,
};

/** Takes what was seen of the work one event further. */
export function followWork(seen: WorkSeen, event: DonorEvent): WorkSeen {
  switch (event.event) {
    case 'started':
      return { ...seen, phase: 'working', trouble: null };
    case 'waiting':
      return { ...seen, phase: 'waiting', work: null, trouble: null };
    case 'retrying':
      return { ...seen, trouble: event.why };
    case 'stopped':
      return { ...seen, phase: 'ended', work: null };
    case 'paused':
    case 'continued':
    case 'allowed':
    case 'configured':
    case 'left-alone':
    case 'key-unprotected':
      return seen;
    default:
      return counted(withWork({ ...seen, phase: 'working', trouble: null }, event), event);
  }
}

type WorkEvent = Extract<DonorEvent, { inputGroup: string }>;

const ENDS: ReadonlySet<string> = new Set([
  ...['proof-accepted', 'failed', 'declined', 'superseded', 'refused', 'cancelled', 'released'],
]);

function withWork(seen: WorkSeen, event: WorkEvent): WorkSeen {
  const isFinal = event.event === 'execution-accepted' && event.final;
  if (isFinal || ENDS.has(event.event) || (event.event === 'lease-lost' && !event.goesOn))
    return { ...seen, work: null };
  const { inputGroupId, inputGroup, program } = event;
  const names = { inputGroupId, inputGroup, program };
  if (event.event === 'progress' || event.event === 'phase') {
    const { command, phase } = event;
    const { fraction, remaining } = event.event === 'progress' ? event : UNKNOWN;
    const isSame = seen.work?.command === command;
    return {
      ...seen,
      work: {
        ...(isSame ? seen.work : UNKNOWN),
        ...names,
        command,
        phase,
        ...known({ fraction, remaining }),
      },
    };
  }
  const before =
    seen.work?.inputGroupId === inputGroupId ? seen.work : { ...UNKNOWN, command: null, phase: null };
  return { ...seen, work: { ...before, ...names } };
}

const UNKNOWN = { fraction: null, remaining: null };

/** Only those that are known: a phase that begins does not forget how far the command was. */
function known(parts: { fraction: number | null; remaining: number | null }): Partial<typeof parts> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null));
}

function counted(seen: WorkSeen, event: WorkEvent): WorkSeen {
  if (event.event === 'proof-accepted') return { ...seen, proofs: seen.proofs + 1 };
  if (event.event === 'execution-accepted' && event.final)
    return { ...seen, executions: seen.executions + 1 };
  return seen;
}
