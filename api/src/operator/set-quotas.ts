import { invalidField } from '@cairn/shared-schema';
import { operatorOperation } from '../access/guarded-operation.js';
import { Organization } from '../account/organization.entity.js';
import { requireOrganization } from './require-organization.js';

/** What an organization may have; null for the server's default. What is left out stays as it is. */
export interface Quotas {
  /** Id or user name. */
  organization: string;
  storageBytes?: number | null;
  executionBytes?: number | null;
  inputGroups?: number | null;
}

/**
 * Sets an organization's quotas. One below what it has already deletes nothing: it cannot add more.
 * @throws DomainError ACCOUNT_NOT_FOUND, INVALID_REQUEST
 */
export const setQuotas = operatorOperation('setQuotas', async ({ em }, quotas: Quotas): Promise<string> => {
  const { organization, storageBytes, executionBytes, inputGroups } = quotas;
  check('storageBytes', storageBytes);
  check('executionBytes', executionBytes);
  check('inputGroups', inputGroups);
  const { id } = await requireOrganization(em, organization);
  await em.nativeUpdate(Organization, id, {
    ...(storageBytes === undefined ? {} : { storageQuota: storageBytes }),
    ...(executionBytes === undefined ? {} : { executionQuota: executionBytes }),
    ...(inputGroups === undefined ? {} : { groupQuota: inputGroups }),
  });
  return id;
});

function check(field: string, value: number | null | undefined): void {
  if (value == null || (Number.isSafeInteger(value) && value >= 0)) return;
  throw invalidField(field, String(value), 'a whole number, 0 or more');
}
