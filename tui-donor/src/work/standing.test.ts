import type { InputGroupState, ReservationState } from '@cairn/shared-schema/donor';
import { type Standing, standingOf } from './standing.js';

test.each<[ReservationState | undefined, InputGroupState | undefined, Standing]>([
  ['LIVE', 'RESERVED', 'held'],
  ['EXPIRED', 'RESERVED', 'taken'],
  ['EXPIRED', 'AVAILABLE', 'free'],
  ['EXPIRED', 'EXECUTED', 'free'],
  ['RELEASED', 'AVAILABLE', 'free'],
  [undefined, 'AVAILABLE', 'free'],
  ['LIVE', 'PROVEN', 'settled'],
  ['SUPERSEDED', 'PROVEN', 'settled'],
  ['EXPIRED', 'CONFIRMED', 'settled'],
  ['CANCELLED', 'AVAILABLE', 'gone'],
  ['EXPIRED', 'FAILED', 'gone'],
  ['LIVE', undefined, 'gone'],
  [undefined, undefined, 'gone'],
])('reservation %s, group %s: %s', (reservation, group, standing) => {
  expect(standingOf(reservation, group)).toBe(standing);
});
