import type { EntityManager } from '@mikro-orm/sql';
import { InputGroup } from '../input-group/input-group.entity.js';
import { deliveryRow } from './delivery-row.js';
import { lockWebhooks } from './lock-webhooks.js';
import { nearlyFinished } from './open-groups.js';
import type { Webhook } from './webhook.entity.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

/** What has just happened to a group. */
export interface GroupNews {
  readonly organizationId: string;
  readonly programId: string;
  readonly inputGroupId: string;
  /** The proof that was verified; without one the group was given up. */
  readonly proofId?: string;
}

/**
 * Queues what webhooks are told of groups that are worked on no more, inside the transaction that makes it so. Whether
 * a program is finished cannot be seen here, where others finish its last groups at the same moment: near the end it
 * is queued each time, and asked again when it is sent (see `settle-program-finished.ts`).
 */
export async function queueDeliveries(
  em: EntityManager,
  news: readonly GroupNews[],
  now: Date,
): Promise<void> {
  const organizations = [...new Set(news.map(({ organizationId }) => organizationId))].sort();
  const webhooks = await lockWebhooks(em, { organization: { $in: organizations } });
  if (webhooks.length === 0) return;
  const of = (organizationId: string) =>
    webhooks.filter(({ organization }) => organization.id === organizationId);
  const rows = news.flatMap((one) =>
    of(one.organizationId)
      .filter(({ events }) => one.proofId !== undefined && events.includes('PROOF_VERIFIED'))
      .map(({ id }) => deliveryRow(id, now, { event: 'PROOF_VERIFIED', ...one })),
  );
  rows.push(...(await finishedRows(em, webhooks, news, now)));
  if (rows.length > 0) await em.insertMany(WebhookDelivery, rows);
}

/** Queues that a program may be finished because groups of it were deleted; one without any group left is not. */
export async function queueFinished(
  em: EntityManager,
  news: Pick<GroupNews, 'organizationId' | 'programId'>,
  now: Date,
): Promise<void> {
  const webhooks = await lockWebhooks(em, { organization: news.organizationId });
  if ((await em.findOne(InputGroup, { program: news.programId }, { fields: ['id'] })) === null) return;
  const rows = await finishedRows(em, webhooks, [news], now);
  if (rows.length > 0) await em.insertMany(WebhookDelivery, rows);
}

/** For each program that may be finished, and each webhook of its organization that wants to hear of it. */
async function finishedRows(
  em: EntityManager,
  webhooks: readonly Webhook[],
  news: readonly Pick<GroupNews, 'organizationId' | 'programId'>[],
  now: Date,
) {
  const wanting = webhooks.filter(({ events }) => events.includes('PROGRAM_FINISHED'));
  const listeners = new Set(wanting.map(({ organization }) => organization.id));
  const programs = new Map(
    news
      .filter(({ organizationId }) => listeners.has(organizationId))
      .map(({ programId, organizationId }) => [programId, organizationId]),
  );
  const near = await nearlyFinished(em, [...programs.keys()]);
  return near.flatMap((programId) => {
    const organizationId = programs.get(programId) ?? '';
    return wanting
      .filter(({ organization }) => organization.id === organizationId)
      .map(({ id }) => deliveryRow(id, now, { event: 'PROGRAM_FINISHED', organizationId, programId }));
  });
}
