import { DomainError } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import { Organization } from '../account/organization.entity.js';
import type { Config } from '../config/config.js';
import { effectiveQuotas, UNLIMITED } from './effective-quotas.js';

/** What an organization gets more of, or, below 0, less. */
export interface UsageChange {
  readonly bytes: number;
  readonly groups?: number;
}

type Limits = Pick<Config['limits'], 'storageBytes' | 'inputGroups'>;

/**
 * Writes down that an organization stores more or less, inside the transaction that does it: one statement counts and
 * checks, and the row is locked until the commit, so that two uploads at once cannot both take the last room.
 * @throws DomainError INVALID_STATE when a quota does not allow it.
 */
export async function changeUsage(
  em: EntityManager,
  organization: string,
  { bytes, groups = 0 }: UsageChange,
  limits: Limits,
): Promise<void> {
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    `update organization set stored_bytes = stored_bytes + ?, group_count = group_count + ?
     where id = ?
       and (? <= 0 or stored_bytes + ? <= coalesce(storage_quota, ?))
       and (? <= 0 or group_count + ? <= coalesce(group_quota, ?))`,
    [
      ...[bytes, groups, organization],
      ...[bytes, bytes, limits.storageBytes || UNLIMITED],
      ...[groups, groups, limits.inputGroups || UNLIMITED],
    ],
    'run',
  );
  if (affectedRows === 1 || (bytes === 0 && groups === 0)) return;
  const found = await em.findOne(Organization, organization);
  // An account that is being deleted counts no more.
  if (found !== null) throw overQuota(found, { bytes, groups }, limits);
}

function overQuota(found: Organization, wanted: Required<UsageChange>, limits: Limits): DomainError {
  const quotas = effectiveQuotas(limits, found);
  const groups = found.groupCount + wanted.groups;
  const [has, expected] =
    quotas.inputGroups !== undefined && wanted.groups > 0 && groups > quotas.inputGroups
      ? [`${groups} input groups`, `at most ${quotas.inputGroups}`]
      : [`${found.storedBytes + wanted.bytes} bytes stored`, `at most ${quotas.storageBytes}`];
  return new DomainError('INVALID_STATE', `The organization would have ${has}, and may have ${expected}.`, {
    help: 'Its owner can delete what is no longer needed, or ask the operator of the server for more.',
    details: { found: has, expected },
  });
}
