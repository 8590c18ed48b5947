import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import { Organization } from '../account/organization.entity.js';
import { dialectOf } from '../database/dialect.js';
import { Webhook } from './webhook.entity.js';

/** On SQLite one transaction at a time runs. */
const locking = <Mode extends LockMode.PESSIMISTIC_READ | LockMode.PESSIMISTIC_WRITE>(
  em: EntityManager,
  mode: Mode,
) => (dialectOf(em) === 'sqlite' ? {} : { lockMode: mode });

/** Of those that add webhooks of one organization at once, the second waits, and counts what the first has added. */
export async function lockOrganization(em: EntityManager, id: string): Promise<void> {
  await em.findOne(Organization, id, locking(em, LockMode.PESSIMISTIC_WRITE));
}

/** The webhooks that are there until the transaction ends: whoever removes one waits, so that deliveries may refer to it. */
export function lockWebhooks(
  em: EntityManager,
  which: { organization: string | { $in: string[] }; id?: string },
): Promise<Webhook[]> {
  return em.find(Webhook, which, locking(em, LockMode.PESSIMISTIC_READ));
}
