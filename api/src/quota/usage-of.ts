import type { Organization } from '../account/organization.entity.js';
import { effectiveQuotas, type QuotaLimits } from './effective-quotas.js';
import { Usage } from './usage.type.js';

/** What an organization, and donors for it, have and may have. */
export function usageOf(organization: Organization, limits: QuotaLimits): Usage {
  const { storageBytes, executionBytes, inputGroups } = effectiveQuotas(limits, organization);
  return Object.assign(new Usage(), {
    storedBytes: organization.storedBytes,
    storageQuota: storageBytes ?? null,
    executionBytes: organization.executionBytes,
    executionQuota: executionBytes ?? null,
    inputGroups: organization.groupCount,
    groupQuota: inputGroups ?? null,
  });
}
