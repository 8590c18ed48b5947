import type { EntityManager } from '@mikro-orm/sql';
import { effectiveState } from '../../input-group/effective-state.js';
import { InputGroup } from '../../input-group/input-group.entity.js';
import { countGroups } from '../../program/count-groups.js';
import { Program } from '../../program/program.entity.js';
import { effectiveReservationState } from '../effective-reservation-state.js';
import { Reservation } from '../reservation.entity.js';
import { isIdle, type Model, type ModelGroup } from './model.js';
import type { World } from './world.js';

/** Holds every row, and what is counted of them, against the model. */
export async function compare(world: World, model: Model): Promise<void> {
  const { em } = world.server.context();
  const now = new Date(await world.now());
  const groups = await em.find(InputGroup, {}, { orderBy: { id: 'asc' } });
  const stored = groups.map((group) => ({
    id: group.id,
    state: effectiveState(group, now),
    executed: group.executed,
    fencingNumber: group.fencingNumber,
    holderId: group.holderId,
    proofId: group.proofId,
    remade: group.remade,
  }));
  const believed = model.groups.map((group) => ({
    id: group.id,
    state: stateOf(group, now.getTime()),
    executed: group.executed,
    fencingNumber: group.fencingNumber,
    holderId: group.holder?.id ?? null,
    proofId: group.proofId,
    remade: group.remade,
  }));
  expect(stored).toEqual(believed.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  await compareCounts(em, groups, now);
  const leases = await em.find(Reservation, {});
  const states = leases.map((lease) => [lease.id, effectiveReservationState(lease, now)]);
  const expected = model.leases.map((lease) => {
    const { id, state, deadline } = lease;
    return [id, state === 'LIVE' && deadline <= now.getTime() ? 'EXPIRED' : state];
  });
  expect(Object.fromEntries(states)).toEqual(Object.fromEntries(expected));
}

async function compareCounts(em: EntityManager, groups: readonly InputGroup[], now: Date): Promise<void> {
  const programs = await em.find(Program, {}, { fields: ['id'] });
  const counts = await countGroups(
    em,
    programs.map(({ id }) => id),
    now,
  );
  for (const { id } of programs) {
    const own = groups.filter(({ program }) => program.id === id);
    const inState = (state: string) => own.filter((group) => effectiveState(group, now) === state).length;
    expect(counts.get(id)).toEqual({
      available: inState('AVAILABLE'),
      reserved: inState('RESERVED'),
      executed: inState('EXECUTED'),
      proven: inState('PROVEN'),
      confirmed: inState('CONFIRMED'),
      failed: inState('FAILED'),
      total: own.length,
    });
  }
}

function stateOf(group: ModelGroup, now: number): string {
  if (isIdle(group, now)) return group.executed ? 'EXECUTED' : 'AVAILABLE';
  return group.state === 'HELD' ? 'RESERVED' : group.state;
}
