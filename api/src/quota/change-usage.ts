import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import { Organization } from '../account/organization.entity.js';
import { effectiveQuotas, type QuotaLimits, UNLIMITED } from './effective-quotas.js';
import { overQuota } from './over-quota.js';

/** What an organization gets more of, or, below 0, less. */
export interface UsageChange {
  /** Of archives, executables and inputs. */
  readonly bytes?: number;
  /** Of executions that donors hand in: a stranger's files take nothing of the organization's own room. */
  readonly executionBytes?: number;
  readonly groups?: number;
}

/**
 * Writes down that an organization stores more or less, inside the transaction that does it: one statement counts and
 * checks, and the row is locked until the commit, so that two uploads at once cannot both take the last room. An account
 * that is being deleted counts no more.
 * @throws DomainError INVALID_STATE when a quota does not allow it.
 */
export async function changeUsage(
  em: EntityManager,
  organization: string,
  change: UsageChange,
  limits: QuotaLimits,
): Promise<void> {
  const { bytes = 0, executionBytes = 0, groups = 0 } = change;
  if (bytes === 0 && executionBytes === 0 && groups === 0) return;
  while (!(await count(em, organization, { bytes, executionBytes, groups }, limits))) {
    // Read with a lock: what others have committed since this transaction began counts. Where that made room, it is ours.
    const options = { refresh: true, lockMode: LockMode.PESSIMISTIC_WRITE };
    const found = await em.findOne(Organization, organization, options);
    if (found === null) return;
    const refusal = overQuota(found, change, effectiveQuotas(limits, found));
    if (refusal !== undefined) throw refusal;
  }
}

/**
 * Whether there is room, asked before a lot of work is done for what has none. It holds nothing: what is added is
 * counted by {@link changeUsage}.
 * @throws DomainError INVALID_STATE when a quota does not allow it.
 */
export async function requireRoom(
  em: EntityManager,
  organization: string,
  wanted: UsageChange,
  limits: QuotaLimits,
): Promise<void> {
  const found = await em.fork().findOne(Organization, organization);
  const refusal = found && overQuota(found, wanted, effectiveQuotas(limits, found));
  if (refusal != null) throw refusal;
}

/** Returns whether the quotas allowed it. */
async function count(
  em: EntityManager,
  organization: string,
  { bytes, executionBytes, groups }: Required<UsageChange>,
  limits: QuotaLimits,
): Promise<boolean> {
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    `update organization set stored_bytes = stored_bytes + ?, execution_bytes = execution_bytes + ?,
       group_count = group_count + ?
     where id = ?
       and (? <= 0 or stored_bytes + ? <= coalesce(storage_quota, ?))
       and (? <= 0 or execution_bytes + ? <= coalesce(execution_quota, ?))
       and (? <= 0 or group_count + ? <= coalesce(group_quota, ?))`,
    [
      ...[bytes, executionBytes, groups, organization],
      ...[bytes, bytes, limits.storageBytes || UNLIMITED],
      ...[executionBytes, executionBytes, limits.executionQuotaBytes || UNLIMITED],
      ...[groups, groups, limits.inputGroups || UNLIMITED],
    ],
    'run',
  );
  return affectedRows === 1;
}
