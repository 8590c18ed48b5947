import type { FilterQuery } from '@mikro-orm/core';
import type { InputGroup } from './input-group.entity.js';
import type { InputGroupState } from './input-group-state.js';

/** A condition that lets through the groups whose effective state (see `effectiveState`) is this one. */
export function stateFilter(state: InputGroupState | null | undefined, now: Date): FilterQuery<InputGroup> {
  if (state == null) return {};
  if (state === 'RESERVED') return { state, freeFrom: { $gt: now } };
  if (state !== 'AVAILABLE' && state !== 'EXECUTED') return { state };
  const lapsed = { state: 'RESERVED', executed: state === 'EXECUTED', freeFrom: { $lte: now } } as const;
  return { $or: [{ state }, lapsed] };
}
