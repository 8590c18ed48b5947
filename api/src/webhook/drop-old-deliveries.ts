import type { ServerContext } from '../context/operation-context.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

const KEPT_MS = 30 * 24 * 3600_000;

/** Forgets deliveries that were over a month ago. Returns how many. */
export async function dropOldDeliveries({
  database,
  clock,
}: Pick<ServerContext, 'database' | 'clock'>): Promise<number> {
  const em = database.em.fork();
  const before = new Date((await clock.now(em)).getTime() - KEPT_MS);
  return em.nativeDelete(WebhookDelivery, { state: { $ne: 'WAITING' }, createdAt: { $lt: before } });
}
