import type { EntityManager } from '@mikro-orm/sql';
import { hasOpenGroups } from './open-groups.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

/**
 * Whether a delivery says something true that no later one says. Of those that tell of one program's end only the last
 * stays, and only when no group is left to work on; the others are dropped.
 */
export async function isToBeSent(em: EntityManager, delivery: WebhookDelivery): Promise<boolean> {
  const { id, event, programId } = delivery;
  if (event !== 'PROGRAM_FINISHED' || programId === null) return true;
  const webhook = delivery.webhook.id;
  // In this order: when no group is open, every transaction that may have queued a later one is seen.
  const isFinished = !(await hasOpenGroups(em, programId));
  const later = await em.count(WebhookDelivery, { webhook, event, programId, id: { $gt: id } });
  if (later === 0 && isFinished) return true;
  await em.nativeDelete(WebhookDelivery, { id });
  return false;
}
