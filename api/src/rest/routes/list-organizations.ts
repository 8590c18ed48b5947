import { z } from 'zod';
import { Organization } from '../../account/organization.entity.js';
import { namePrefixFilter } from '../../pagination/name-prefix.js';
import { organizationAnswer, toOrganizationAnswer } from '../answers/organization-answer.js';
import { namedPageQuery, pageOptions, totalElements } from '../answers/page.js';
import { jsonRoute } from '../define-route.js';

export const listOrganizations = jsonRoute(
  {
    id: 'listOrganizations',
    method: 'GET',
    path: '/account/organizations',
    summary: 'Lists the registered organizations, the oldest first.',
    operation: 'organizations',
    changes: false,
    errors: [],
  },
  {
    query: namedPageQuery,
    answer: z.object({ organizations: z.array(organizationAnswer), total_elements_amount: totalElements }),
  },
  async ({ ctx, query }) => {
    const filter = namePrefixFilter(query.name_filter);
    const [organizations, total] = await ctx.em.findAndCount(Organization, filter, pageOptions(query));
    return { organizations: organizations.map(toOrganizationAnswer), total_elements_amount: total };
  },
);
