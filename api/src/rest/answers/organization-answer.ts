import { z } from 'zod';
import type { Organization } from '../../account/organization.entity.js';

export const organizationAnswer = z
  .object({
    organization_id: z.string().describe("Organization's id"),
    name: z.string().describe("Organization's public name"),
    description: z.string().describe("Organization's description"),
  })
  .meta({ id: 'Organization' });

export function toOrganizationAnswer(organization: Organization): z.infer<typeof organizationAnswer> {
  return { organization_id: organization.id, name: organization.name, description: organization.description };
}
