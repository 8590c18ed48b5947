import type { Organization } from '../account/organization.entity.js';
import type { Config } from '../config/config.js';

/** Stands in the database for an organization without a limit of its own, whatever the server's default is. */
export const UNLIMITED = Number.MAX_SAFE_INTEGER;

/** What an organization may store and have; undefined for no limit. */
export interface EffectiveQuotas {
  readonly storageBytes: number | undefined;
  readonly inputGroups: number | undefined;
}

/** The operator's word for this organization, else the server's default, where 0 means no limit. */
export function effectiveQuotas(
  limits: Pick<Config['limits'], 'storageBytes' | 'inputGroups'>,
  { storageQuota, groupQuota }: Pick<Organization, 'storageQuota' | 'groupQuota'>,
): EffectiveQuotas {
  return {
    storageBytes: effective(storageQuota, limits.storageBytes),
    inputGroups: effective(groupQuota, limits.inputGroups),
  };
}

function effective(own: number | null, limit: number): number | undefined {
  const quota = own ?? (limit || UNLIMITED);
  return quota === UNLIMITED ? undefined : quota;
}
