import { operatorOperation } from '../access/guarded-operation.js';
import { Organization } from '../account/organization.entity.js';
import { effectiveQuotas } from '../quota/effective-quotas.js';
import { requireOrganization } from './require-organization.js';

/** What an operator sees of an organization. */
export interface OrganizationUsage {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly suspendedAt: Date | null;
  readonly suspensionReason: string | null;
  readonly storedBytes: number;
  /** Null for no limit. */
  readonly storageQuota: number | null;
  readonly inputGroups: number;
  /** Null for no limit. */
  readonly groupQuota: number | null;
}

/**
 * What organizations have and may have, the oldest first; or only the one that is named.
 * @throws DomainError ACCOUNT_NOT_FOUND
 */
export const organizationUsage = operatorOperation(
  'organizationUsage',
  async ({ em, config }, { organization }: { organization?: string | undefined }) => {
    const found =
      organization === undefined
        ? await em.find(Organization, {}, { orderBy: { id: 'asc' } })
        : [await requireOrganization(em, organization)];
    return found.map((one): OrganizationUsage => {
      const { id, username, name, createdAt, suspendedAt, suspensionReason, storedBytes } = one;
      const { storageBytes, inputGroups } = effectiveQuotas(config.limits, one);
      return {
        ...{ id, username, name, createdAt, suspendedAt, suspensionReason, storedBytes },
        storageQuota: storageBytes ?? null,
        inputGroups: one.groupCount,
        groupQuota: inputGroups ?? null,
      };
    });
  },
);
