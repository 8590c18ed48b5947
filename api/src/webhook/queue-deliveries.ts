import type { EntityManager } from '@mikro-orm/sql';
import { InputGroup } from '../input-group/input-group.entity.js';
import { deliveryRow } from './delivery-row.js';
import { Webhook } from './webhook.entity.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

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
  const { organizationId, programId, proofId } = news;
  const webhooks = await em.find(Webhook, { organization: organizationId });
  if (webhooks.length === 0) return;
  const rows = webhooks
    .filter(({ events }) => proofId !== undefined && events.includes('PROOF_VERIFIED'))
    .map(({ id }) => deliveryRow(id, now, { event: 'PROOF_VERIFIED', ...news }));
  const finishing = webhooks.filter(({ events }) => events.includes('PROGRAM_FINISHED'));
  if (finishing.length > 0 && (await openGroups(em, programId)) < NEARLY)
    for (const { id } of finishing)
      rows.push(deliveryRow(id, now, { event: 'PROGRAM_FINISHED', organizationId, programId }));
  if (rows.length > 0) await em.insertMany(WebhookDelivery, rows);
}

/** How many groups of a program are left to work on; counts no further than is of interest. */
export async function openGroups(em: EntityManager, program: string): Promise<number> {
  const rows = await em.find(
    InputGroup,
    { program, state: { $in: ['AVAILABLE', 'RESERVED', 'EXECUTED'] } },
    { fields: ['id'], limit: NEARLY },
  );
  return rows.length;
}
