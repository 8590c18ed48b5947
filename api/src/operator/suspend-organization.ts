import { REASON_RULE, validateText } from '@cairn/shared-schema';
import { operatorOperation } from '../access/guarded-operation.js';
import { Organization } from '../account/organization.entity.js';
import { RefreshToken } from '../account/refresh-token.entity.js';
import { inTransaction } from '../database/in-transaction.js';
import { requireOrganization } from './require-organization.js';

/** Whom to suspend, and why. */
export interface Suspension {
  /** Id or user name. */
  organization: string;
  /** Told to the organization when it tries to log in. */
  reason?: string | undefined;
}

/**
 * Suspends an organization: its sessions end at once, it cannot log in, its API tokens are refused, and its programs get
 * no new reservations. What it has published stays, and so do the reservations of donors who are at work for it.
 * Doing it again changes the reason.
 * @throws DomainError ACCOUNT_NOT_FOUND, INVALID_REQUEST for the reason.
 */
export const suspendOrganization = operatorOperation(
  'suspendOrganization',
  async (ctx, { organization, reason }: Suspension) => {
    const suspensionReason = reason === undefined ? null : validateText(reason, 'reason', REASON_RULE);
    const { id, suspendedAt } = await requireOrganization(ctx.em, organization);
    const since = suspendedAt ?? (await ctx.clock.now(ctx.em));
    const sessionsEnded = await inTransaction(ctx, async (em) => {
      await em.nativeUpdate(Organization, id, { suspendedAt: since, suspensionReason });
      return em.nativeDelete(RefreshToken, { organization: id });
    });
    return { id, suspendedAt: since, sessionsEnded };
  },
);
