import type { EntityManager } from '@mikro-orm/sql';
import type { ServerContext } from '../context/operation-context.js';
import { claimDeliveries } from './claim-deliveries.js';
import { MOST_ATTEMPTS } from './most-attempts.js';
import { Room } from './room.js';
import { type Attempt, sendWebhook } from './send/send-webhook.js';
import { signDelivery } from './send/sign-delivery.js';
import { isToBeSent } from './settle-program-finished.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { webhookSecret } from './webhook-secret.js';

/** So often it is looked whether more is due while attempts are under way. */
const LOOK_EVERY_MS = 1_000;

/** Ten seconds, then four times as long each time, but no longer than six hours. */
export function pauseMs(attempts: number): number {
  return Math.min(10_000 * 4 ** (attempts - 1), 6 * 3600_000);
}

type Server = Pick<ServerContext, 'database' | 'clock' | 'config' | 'metrics'>;

/**
 * Sends what is due, until nothing is; several at a time, but few for one organization, so that one whose receivers are slow
 * keeps nobody else waiting. Returns how many attempts were made.
 * @throws what the first attempt failed with that could not be written down, once all others have ended; what was due then
 * is due still.
 */
export async function deliverDue(server: Server, signal?: AbortSignal): Promise<number> {
  const round = new Round(server);
  let attempts = 0;
  try {
    for (;;) {
      const claimed = signal?.aborted || round.hasFailed ? [] : await claim(server, round.room);
      for (const delivery of claimed) round.begin(delivery);
      attempts += claimed.length;
      if (round.running.size === 0) break;
      if (claimed.length === 0) await soon(round.running);
    }
  } finally {
    await Promise.all(round.running);
  }
  round.throwFailure();
  return attempts;
}

/** Attempts that are under way together. None of their promises rejects: nobody may be waiting for it in that moment. */
class Round {
  readonly room = new Room();
  readonly running = new Set<Promise<void>>();
  readonly #failures: unknown[] = [];

  constructor(private readonly server: Server) {}

  get hasFailed(): boolean {
    return this.#failures.length > 0;
  }

  begin(delivery: WebhookDelivery): void {
    const organization = delivery.webhook.organization.id;
    const attempt = deliver(this.server, delivery)
      .catch((error: unknown) => void this.#failures.push(error))
      .finally(() => {
        this.room.leave(organization);
        this.running.delete(attempt);
      });
    this.running.add(attempt);
  }

  throwFailure(): void {
    if (this.hasFailed) throw this.#failures[0];
  }
}

async function claim(server: Server, room: Room): Promise<WebhookDelivery[]> {
  if (room.inAll === 0) return [];
  const em = server.database.em.fork();
  return claimDeliveries(em, await server.clock.now(em), room);
}

/** Until an attempt has ended, or others may be due. */
async function soon(running: Iterable<Promise<void>>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, LOOK_EVERY_MS);
  try {
    await Promise.race([promise, ...running]);
  } finally {
    clearTimeout(timer);
  }
}

async function deliver(server: Server, delivery: WebhookDelivery): Promise<void> {
  const em = server.database.em.fork();
  if (!(await isToBeSent(em, delivery))) return;
  const { url, seed, organization } = delivery.webhook;
  const secret = webhookSecret(server.config.secrets.files, seed);
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
