import { DomainError, nameKey } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import { Organization } from '../account/organization.entity.js';

/**
 * The organization that an operator names, by its id or by its user name.
 * @throws DomainError ACCOUNT_NOT_FOUND
 */
export async function requireOrganization(em: EntityManager, name: string): Promise<Organization> {
  const found =
    (await em.findOne(Organization, name)) ??
    (await em.findOne(Organization, { usernameKey: nameKey(name) }));
  if (found !== null) return found;
  throw new DomainError(
    'ACCOUNT_NOT_FOUND',
    `No organization has the id or user name ${JSON.stringify(name)}.`,
    {
      help: 'See `cairn-api organization list`.',
    },
  );
}
