import type { EntityManager } from '@mikro-orm/sql';
import { WebhookDelivery } from './webhook-delivery.entity.js';

/** Longer than an attempt can take: a process that dies with a delivery has it for no longer. */
const LEASE_MS = 60_000;

/**
 * Takes deliveries that are due, each for one process alone: it is taken by whoever moves its time on from what it was.
 * A process that dies has cost an attempt and a minute.
 */
export async function claimDeliveries(
  em: EntityManager,
  now: Date,
  most: number,
): Promise<WebhookDelivery[]> {
  const due = await em.find(
    WebhookDelivery,
    { state: 'WAITING', nextAttemptAt: { $lte: now } },
    { orderBy: { nextAttemptAt: 'asc', id: 'asc' }, limit: most, populate: ['webhook.organization'] },
  );
  const claimed: WebhookDelivery[] = [];
  for (const delivery of due) {
    const { id, nextAttemptAt, attempts } = delivery;
    const taken = await em.nativeUpdate(
      WebhookDelivery,
      { id, state: 'WAITING', nextAttemptAt },
      { nextAttemptAt: new Date(now.getTime() + LEASE_MS), attempts: attempts + 1 },
    );
    if (taken === 1) claimed.push(Object.assign(delivery, { attempts: attempts + 1 }));
  }
  return claimed;
}
