import type { EntityManager } from '@mikro-orm/sql';
import type { ServerContext } from '../context/operation-context.js';
import { claimDeliveries } from './claim-deliveries.js';
import { MOST_ATTEMPTS } from './most-attempts.js';
import { type Attempt, sendWebhook } from './send/send-webhook.js';
import { signDelivery } from './send/sign-delivery.js';
import { isToBeSent } from './settle-program-finished.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

const AT_ONCE = 20;

/** Ten seconds, then four times as long each time, but no longer than six hours. */
export function pauseMs(attempts: number): number {
  return Math.min(10_000 * 4 ** (attempts - 1), 6 * 3600_000);
}

type Server = Pick<ServerContext, 'database' | 'clock' | 'config' | 'metrics'>;

/** Sends what is due, some at a time, until nothing is. Returns how many attempts were made. */
export async function deliverDue(server: Server, signal?: AbortSignal): Promise<number> {
  let attempts = 0;
  while (signal?.aborted !== true) {
    const em = server.database.em.fork();
    const claimed = await claimDeliveries(em, await server.clock.now(em), AT_ONCE);
    if (claimed.length === 0) break;
    await Promise.all(claimed.map((delivery) => deliver(server, delivery)));
    attempts += claimed.length;
  }
  return attempts;
}

async function deliver(server: Server, delivery: WebhookDelivery): Promise<void> {
  const em = server.database.em.fork();
  if (!(await isToBeSent(em, delivery))) return;
  const { url, secret, organization } = delivery.webhook;
  const now = await server.clock.now(em);
  const attempt: Attempt =
    organization.suspendedAt !== null
      ? { status: null, error: 'The organization is suspended.' }
      : await sendWebhook(url, server.config.server.webhooks, {
          body: delivery.body,
          headers: {
            'cairn-event': delivery.event,
            'cairn-delivery': delivery.id,
            'cairn-signature': signDelivery(secret, now, delivery.body),
          },
        });
  server.metrics.webhookAttempt(attempt.error === null ? 'delivered' : 'failed');
  await writeDown(em, delivery, attempt, await server.clock.now(em));
}

async function writeDown(
  em: EntityManager,
  { id, attempts }: WebhookDelivery,
  { status, error }: Attempt,
  now: Date,
): Promise<void> {
  const last = { lastStatus: status, lastError: error?.slice(0, 300) ?? null };
  const over = error === null || attempts >= MOST_ATTEMPTS;
  const next = over
    ? {
        state: error === null ? ('DELIVERED' as const) : ('FAILED' as const),
        nextAttemptAt: null,
        finishedAt: now,
      }
    : { nextAttemptAt: new Date(now.getTime() + pauseMs(attempts)) };
  await em.nativeUpdate(WebhookDelivery, { id, state: 'WAITING' }, { ...last, ...next });
}
