import { operatorOperation } from '../access/guarded-operation.js';
import { Organization } from '../account/organization.entity.js';
import type { Usage } from '../quota/usage.type.js';
import { usageOf } from '../quota/usage-of.js';
import { requireOrganization } from './require-organization.js';

/** What an operator sees of an organization. */
export interface OrganizationUsage extends Usage {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly suspendedAt: Date | null;
  readonly suspensionReason: string | null;
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
      const { id, username, name, createdAt, suspendedAt, suspensionReason } = one;
      const about = { id, username, name, createdAt, suspendedAt, suspensionReason };
      return { ...about, ...usageOf(one, config.limits) };
    });
  },
);
