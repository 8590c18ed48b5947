import { DomainError } from '@cairn/shared-schema';
import type { InputGroupState } from './input-group-state.js';

/** Where an idle group goes: to EXECUTED when an execution is stored, else to AVAILABLE. */
type Target = InputGroupState | 'IDLE';

/** What can happen to an input group, and from which state it leads where. Whatever does not stand here is INVALID_STATE. */
export const TRANSITIONS = {
  RESERVE_EXECUTE: { AVAILABLE: 'RESERVED' },
  RESERVE_EXECUTE_AND_PROVE: { AVAILABLE: 'RESERVED' },
  RESERVE_PROVE: { EXECUTED: 'RESERVED' },
  SUBMIT_EXECUTION: { RESERVED: 'EXECUTED' },
  CHECKPOINT: { RESERVED: 'RESERVED' },
  RENEW: { RESERVED: 'RESERVED' },
  RELEASE: { RESERVED: 'IDLE' },
  EXPIRE: { RESERVED: 'IDLE' },
  REPORT_FAILURE: { RESERVED: 'IDLE' },
  GIVE_UP: { RESERVED: 'FAILED' },
  // The execution cannot be proven, as its holder says: it stays, or it goes.
  QUARANTINE: { RESERVED: 'IDLE' },
  DISCARD: { RESERVED: 'AVAILABLE' },
  // Nobody has the memory to prove the execution: it goes, once for each group.
  REMAKE: { RESERVED: 'AVAILABLE' },
  // The server's replay refused it. Whoever holds the group keeps the lease, and has nothing to prove.
  REFUSE_EXECUTION: { RESERVED: 'RESERVED', EXECUTED: 'AVAILABLE', FAILED: 'FAILED' },
  // It lay there for too long.
  DROP_EXECUTION: { EXECUTED: 'AVAILABLE', PROVEN: 'PROVEN', FAILED: 'FAILED' },
  // A valid proof is a valid proof, whoever holds the lease, and it disproves reports that there can be none.
  SUBMIT_PROOF: { AVAILABLE: 'PROVEN', RESERVED: 'PROVEN', EXECUTED: 'PROVEN', FAILED: 'PROVEN' },
  CONFIRM: { PROVEN: 'CONFIRMED' },
  REJECT: { PROVEN: 'IDLE' },
  RETRY: { FAILED: 'IDLE' },
} as const satisfies Record<string, Partial<Record<InputGroupState, Target>>>;

export type InputGroupEvent = keyof typeof TRANSITIONS;

/** What the state machine needs to know of a group. */
export interface GroupStanding {
  readonly state: InputGroupState;
  readonly executed: boolean;
}

/** The state of a group that nobody holds. */
export function idleState(executed: boolean): InputGroupState {
  return executed ? 'EXECUTED' : 'AVAILABLE';
}

/**
 * The state after an event.
 * @throws DomainError INVALID_STATE when the present state does not allow it.
 */
export function nextState(event: InputGroupEvent, group: GroupStanding): InputGroupState {
  const targets: Partial<Record<InputGroupState, Target>> = TRANSITIONS[event];
  const target = targets[group.state];
  if (target === undefined) throw notAllowed(event, group.state);
  return target === 'IDLE' ? idleState(group.executed) : target;
}

/** The states in which an event is allowed: what a compare-and-set compares with. */
export function statesAllowing(event: InputGroupEvent): InputGroupState[] {
  return Object.keys(TRANSITIONS[event]) as InputGroupState[];
}

/** INVALID_STATE, saying what was found and what would have been allowed. */
export function notAllowed(event: InputGroupEvent, state: InputGroupState): DomainError {
  const allowed = statesAllowing(event).join(' or ');
  return new DomainError(
    'INVALID_STATE',
    `${event} is not possible while the input group is ${state}: it would have to be ${allowed}.`,
    { help: 'Read the input group again.', details: { found: state, expected: allowed } },
  );
}
