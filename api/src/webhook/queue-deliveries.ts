import type { EntityManager } from '@mikro-orm/sql';
import { InputGroup } from '../input-group/input-group.entity.js';
import type { InputGroupState } from '../input-group/input-group-state.js';
import { deliveryRow } from './delivery-row.js';
import { lockWebhooks } from './lock-webhooks.js';
import type { Webhook } from './webhook.entity.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

const OPEN_STATES: InputGroupState[] = ['AVAILABLE', 'RESERVED', 'EXECUTED'];

/** More groups than transactions can be finishing at one moment. */
const NEARLY = 500;

/** What has just happened to a group. */
export interface GroupNews {
  readonly organizationId: string;
  readonly programId: string;
  readonly inputGroupId: string;
  /** The proof that was verified; without one the group was given up. */
  readonly proofId?: string;
}

/**
 * Queues what webhooks are told of a group that is worked on no more, inside the transaction that makes it so. Whether
 * the program is finished cannot be seen here, where others finish its last groups at the same moment: near the end it
 * is queued each time, and asked again when it is sent (see `settle-program-finished.ts`).
 */
export async function queueDeliveries(em: EntityManager, news: GroupNews, now: Date): Promise<void> {
  const { organizationId, proofId } = news;
  const webhooks = await lockWebhooks(em, { organization: organizationId });
  if (webhooks.length === 0) return;
  const rows = webhooks
    .filter(({ events }) => proofId !== undefined && events.includes('PROOF_VERIFIED'))
    .map(({ id }) => deliveryRow(id, now, { event: 'PROOF_VERIFIED', ...news }));
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
  const rows = await finishedRows(em, webhooks, news, now);
  if (rows.length > 0) await em.insertMany(WebhookDelivery, rows);
}

async function finishedRows(
  em: EntityManager,
  webhooks: readonly Webhook[],
  { organizationId, programId }: Pick<GroupNews, 'organizationId' | 'programId'>,
  now: Date,
) {
  const wanting = webhooks.filter(({ events }) => events.includes('PROGRAM_FINISHED'));
  if (wanting.length === 0 || (await openGroups(em, programId)) >= NEARLY) return [];
  return wanting.map(({ id }) =>
    deliveryRow(id, now, { event: 'PROGRAM_FINISHED', organizationId, programId }),
  );
}

/** How many groups of a program are left to work on; counts no further than is of interest. */
export async function openGroups(em: EntityManager, program: string): Promise<number> {
  const rows = await em.find(
    InputGroup,
    { program, state: { $in: OPEN_STATES } },
    { fields: ['id'], limit: NEARLY },
  );
  return rows.length;
}
