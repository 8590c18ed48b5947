import type { FilterQuery } from '@mikro-orm/core';
import type { InputGroup } from './input-group.entity.js';
import type { InputGroupState } from './input-group-state.js';

/**
 * Conditions of which one lets a group through when its effective state (see `effectiveState`) is this one. They are kept
 * apart because an index has the groups of each in their order, and not those of both.
 */
export function stateFilters(
  state: InputGroupState | null | undefined,
  now: Date,
): FilterQuery<InputGroup>[] {
  if (state == null) return [{}];
  if (state === 'RESERVED') return [{ state, freeFrom: { $gt: now } }];
  if (state !== 'AVAILABLE' && state !== 'EXECUTED') return [{ state }];
  const lapsed = { state: 'RESERVED', executed: state === 'EXECUTED', freeFrom: { $lte: now } } as const;
  return [{ state }, lapsed];
}
