import type { EntityManager } from '@mikro-orm/sql';
import { MOST_ATTEMPTS } from './most-attempts.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

/** Longer than an attempt can take: a process that dies with a delivery has it for no longer. */
const LEASE_MS = 60_000;

/**
 * Takes deliveries that are due, each for one process alone: it is taken by whoever moves its time on from what it was.
 * A process that dies has cost an attempt and a minute; whoever died with the last attempt has ended the delivery.
 */
export async function claimDeliveries(
  em: EntityManager,
  now: Date,
  most: number,
): Promise<WebhookDelivery[]> {
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
  const due = await em.find(WebhookDelivery, isDue, {
    orderBy: { nextAttemptAt: 'asc', id: 'asc' },
    limit: most,
    populate: ['webhook.organization'],
  });
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
