import type { InputGroup } from './input-group.entity.js';
import type { InputGroupState } from './input-group-state.js';
import { idleState } from './transitions.js';

/** The state that counts: a reservation past its deadline holds nothing, whether or not anybody has written that down. */
export function effectiveState(
  group: Pick<InputGroup, 'state' | 'executed' | 'freeFrom'>,
  now: Date,
): InputGroupState {
  if (group.state !== 'RESERVED' || group.freeFrom === null || group.freeFrom > now) return group.state;
  return idleState(group.executed);
}
