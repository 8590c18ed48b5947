import { identify } from '../../account/identity.js';
import { namePrefixFilter } from '../../pagination/name-prefix.js';
import { Program } from '../../program/program.entity.js';
import { checkWanted } from '../../reservation/check-wanted.js';
import { namedPageQuery, pageOptions, pageQuery } from '../answers/page.js';
import { organizationPath } from '../answers/path.js';
import { programsAnswer, toProgramsAnswer } from '../answers/program-answer.js';
import { jsonRoute } from '../define-route.js';

export const listAllPrograms = jsonRoute(
  {
    id: 'listPrograms',
    method: 'GET',
    path: '/program/all',
    summary: 'Lists all programs, the oldest first.',
    operation: 'programs',
    changes: false,
    errors: [],
  },
  { query: namedPageQuery, answer: programsAnswer },
  async ({ ctx, query }) =>
    toProgramsAnswer(
      await ctx.em.findAndCount(Program, namePrefixFilter(query.name_filter), pageOptions(query)),
    ),
);

export const listOwnPrograms = jsonRoute(
  {
    id: 'listOwnPrograms',
    method: 'GET',
    path: '/program/mine',
    summary: "Lists the caller's programs.",
    operation: 'proofs',
    changes: false,
    errors: [],
  },
  { query: pageQuery, answer: programsAnswer },
  async ({ ctx, query }) => {
    const { organization: owner } = await identify(ctx);
    return toProgramsAnswer(
      await ctx.em.findAndCount(Program, { organization: owner.id }, pageOptions(query)),
    );
  },
);

export const listProgramsOfOrganization = jsonRoute(
  {
    id: 'listProgramsOfOrganization',
    method: 'GET',
    path: '/program/organization/{organization_id}',
    summary: 'Lists the programs of an organization.',
    operation: 'programs',
    changes: false,
    errors: ['ACCOUNT_NOT_FOUND'],
  },
  { params: organizationPath, query: pageQuery, answer: programsAnswer },
  async ({ ctx, params, query }) => {
    await checkWanted(ctx, { organizationId: params.organization_id });
    const filter = { organization: params.organization_id };
    return toProgramsAnswer(await ctx.em.findAndCount(Program, filter, pageOptions(query)));
  },
);
