import type { Organization } from '../account/organization.entity.js';
import type { Config } from '../config/config.js';

/** Stands in the database for an organization without a limit of its own, whatever the server's default is. */
export const UNLIMITED = Number.MAX_SAFE_INTEGER;

/** What an organization, and donors for it, may store and have; undefined for no limit. */
export interface EffectiveQuotas {
  readonly storageBytes: number | undefined;
  readonly executionBytes: number | undefined;
  readonly inputGroups: number | undefined;
}

/** The server's defaults, where 0 means no limit. */
export type QuotaLimits = Pick<Config['limits'], 'storageBytes' | 'executionQuotaBytes' | 'inputGroups'>;

/** The operator's word for this organization, else the server's default, where 0 means no limit. */
export function effectiveQuotas(
  limits: QuotaLimits,
  own: Pick<Organization, 'storageQuota' | 'executionQuota' | 'groupQuota'>,
): EffectiveQuotas {
  return {
    storageBytes: effective(own.storageQuota, limits.storageBytes),
    executionBytes: effective(own.executionQuota, limits.executionQuotaBytes),
    inputGroups: effective(own.groupQuota, limits.inputGroups),
  };
}

function effective(own: number | null, limit: number): number | undefined {
  const quota = own ?? (limit || UNLIMITED);
  return quota === UNLIMITED ? undefined : quota;
}
