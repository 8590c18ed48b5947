import type { Organization } from '../account/organization.entity.js';
import type { Config } from '../config/config.js';
import { effectiveQuotas } from './effective-quotas.js';
import { Usage } from './usage.type.js';

/** What an organization has and may have. */
export function usageOf(
  organization: Organization,
  limits: Pick<Config['limits'], 'storageBytes' | 'inputGroups'>,
): Usage {
  const { storageBytes, inputGroups } = effectiveQuotas(limits, organization);
  return Object.assign(new Usage(), {
    storedBytes: organization.storedBytes,
    storageQuota: storageBytes ?? null,
    inputGroups: organization.groupCount,
    groupQuota: inputGroups ?? null,
  });
}
