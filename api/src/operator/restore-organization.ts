import { operatorOperation } from '../access/guarded-operation.js';
import { Organization } from '../account/organization.entity.js';
import { requireOrganization } from './require-organization.js';

/**
 * Ends a suspension: the organization can log in again, its API tokens hold again, its programs are served again.
 * @returns its id, and whether it was suspended.
 * @throws DomainError ACCOUNT_NOT_FOUND
 */
export const restoreOrganization = operatorOperation(
  'restoreOrganization',
  async ({ em }, { organization }: { organization: string }) => {
    const { id, suspendedAt } = await requireOrganization(em, organization);
    await em.nativeUpdate(Organization, id, { suspendedAt: null, suspensionReason: null });
    return { id, wasSuspended: suspendedAt !== null };
  },
);
