import type { EntityManager } from '@mikro-orm/sql';
import { MOST_ATTEMPTS } from './most-attempts.js';
import type { Room } from './room.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

/** Longer than an attempt can take: a process that dies with a delivery has it for no longer. */
const LEASE_MS = 60_000;

/**
 * Takes deliveries that are due, each for one process alone: it is taken by whoever moves its time on from what it was.
 * A process that dies has cost an attempt and a minute; whoever died with the last attempt has ended the delivery.
 */
export async function claimDeliveries(em: EntityManager, now: Date, room: Room): Promise<WebhookDelivery[]> {
  const isDue = { state: 'WAITING', nextAttemptAt: { $lte: now } } as const;
  await em.nativeUpdate(
    WebhookDelivery,
    { ...isDue, attempts: { $gte: MOST_ATTEMPTS } },
    {
      state: 'FAILED',
      nextAttemptAt: null,
      finishedAt: now,
      lastError: 'The server died with the last attempt.',
    },
  );
  const others = { webhook: { organization: { $nin: [...room.full] } } };
  const due = await em.find(WebhookDelivery, room.full.length === 0 ? isDue : { ...isDue, ...others }, {
    orderBy: { nextAttemptAt: 'asc', id: 'asc' },
    limit: room.inAll,
    populate: ['webhook.organization'],
  });
  const claimed: WebhookDelivery[] = [];
  for (const delivery of due) {
    if (!room.takes(delivery.webhook.organization.id)) continue;
    const { id, nextAttemptAt, attempts } = delivery;
    const taken = await em.nativeUpdate(
      WebhookDelivery,
      { id, state: 'WAITING', nextAttemptAt },
      { nextAttemptAt: new Date(now.getTime() + LEASE_MS), attempts: attempts + 1 },
    );
    if (taken === 1) claimed.push(Object.assign(delivery, { attempts: attempts + 1 }));
    else room.leave(delivery.webhook.organization.id);
  }
  return claimed;
}
