import type { OperationContext } from '../context/operation-context.js';
import type { Followed } from './events.js';
import { paced } from './paced.js';

const EVERY_MS = 1_000;

/**
 * Changes of what is read at some cost: heard of at most once a second, each follower in a seat of its network's until
 * it returns.
 * @throws DomainError RATE_LIMITED, SERVER_BUSY when no seat is free.
 */
export function watchPaced(
  { events, followers, caller }: OperationContext,
  what: Followed,
  id: string,
): AsyncIterableIterator<undefined> {
  const leave = followers.take(caller.address);
  return paced(events.watch(what, id), EVERY_MS, leave);
}
