import { newId } from '../database/new-id.js';
import type { DeliveryEvent } from './webhook-event.js';

/** What a delivery tells; ids, so that who receives it reads the rest from the API. */
export interface DeliveryFacts {
  readonly event: DeliveryEvent;
  readonly organizationId: string;
  readonly programId?: string;
  readonly inputGroupId?: string;
  readonly proofId?: string;
}

/** A delivery that is due at once. Its body is written now and never again. */
export function deliveryRow(webhook: string, now: Date, facts: DeliveryFacts) {
  const id = newId(now);
  return {
    id,
    webhook,
    event: facts.event,
    programId: facts.programId ?? null,
    body: JSON.stringify({ id, ...facts, occurredAt: now.toISOString() }),
    state: 'WAITING',
    attempts: 0,
    nextAttemptAt: now,
    lastStatus: null,
    lastError: null,
    createdAt: now,
    finishedAt: null,
  } as const;
}
