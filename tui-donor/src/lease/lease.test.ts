import { setImmediate as nextTurn } from 'node:timers/promises';
import type { InputGroupState, ReservationState } from '@cairn/shared-schema/donor';
import { InterruptedError, ServerRefusedError } from '@cairn/tui-kit';
import { waitUntil } from '@cairn/tui-kit/test';
import type { DonorEvent } from '../events/donor-event.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { Lease, type LeaseBench } from './lease.js';

/** What a server would answer; a real one would take a minute to let a lease expire. */
function bench(states: readonly ReservationState[], group: InputGroupState = 'RESERVED') {
  const events: DonorEvent[] = [];
  const released: string[] = [];
  const api: LeaseBench['api'] = {
    renew: () => Promise.reject(new ServerRefusedError('RESERVATION_EXPIRED', 'it ended')),
    release: async (token) => void released.push(token),
    reservation: async () => undefined,
    groupState: async () => group,
    async *updates() {
      for (const state of states) yield { reservationUpdated: { id: 'r1', state, expiresAt: '' } };
    },
  };
  return { api, events, released, emit: (event: DonorEvent) => void events.push(event) };
}

const noInterrupt = new AbortController().signal;

test.each([
  ['SUPERSEDED', 'settled'],
  ['CANCELLED', 'gone'],
  ['FAILED', 'gone'],
] as const)('%s ends the work', async (state, standing) => {
  const lease = new Lease(bench(['LIVE', state]), reservedPiece(), true, noInterrupt);
  await waitUntil(() => lease.signal.aborted);
  expect(lease.signal.reason).toMatchObject({ name: 'WorkEnded', standing });
  await lease.stop();
});

test.each(['COMPLETED', 'RELEASED'] as const)('%s, our own doing, does not', async (state) => {
  const { events, ...server } = bench(['LIVE', state], 'EXECUTED');
  const lease = new Lease(server, reservedPiece(), true, noInterrupt);
  await nextTurn();
  expect(lease.signal.aborted).toBe(false);
  expect(await lease.standing()).toBe('free');
  expect(events).toEqual([]);
  await lease.stop();
});

test('goes on after a deadline that was missed, and knows how the work stands', async () => {
  const { events, ...server } = bench(['LIVE', 'EXPIRED'], 'AVAILABLE');
  const lease = new Lease(server, reservedPiece(), true, noInterrupt);
  await waitUntil(() => events.length > 0);
  expect(events).toMatchObject([{ event: 'lease-lost', goesOn: true }]);
  expect(lease.signal.aborted).toBe(false);
  expect(await lease.standing()).toBe('free');
  await lease.stop();
});

test('learns from a refused renewal that the deadline was missed', async () => {
  const { events, ...server } = bench(['LIVE']);
  const piece = reservedPiece();
  const { inputGroup } = piece.reservation;
  const short = { ...inputGroup, program: { ...inputGroup.program, leaseSeconds: 1 } };
  const brief = { ...piece, reservation: { ...piece.reservation, inputGroup: short } };
  const lease = new Lease(server, brief, true, noInterrupt);
  expect(await lease.standing()).toBe('held');
  await waitUntil(() => events.length > 0);
  expect(await lease.standing()).toBe('taken');
  await lease.stop();
});

test('is given back once when the donor is interrupted', async () => {
  const interrupt = new AbortController();
  const { released, ...server } = bench(['LIVE']);
  const lease = new Lease(server, reservedPiece(), true, interrupt.signal);
  interrupt.abort(new InterruptedError('SIGINT'));
  await lease.release();
  await lease.stop();
  expect(released).toEqual(['token']);
  expect(lease.signal.reason).toBeInstanceOf(InterruptedError);
});

test('is not renewed or given back when it is not ours', async () => {
  const interrupt = new AbortController();
  const { released, events, ...server } = bench(['SUPERSEDED']);
  const lease = new Lease(server, reservedPiece(), false, interrupt.signal);
  interrupt.abort();
  await lease.stop();
  expect([released, events]).toEqual([[], []]);
});
