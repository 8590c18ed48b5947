import { identify } from '../../account/identity.js';
import { InputGroup } from '../../input-group/input-group.entity.js';
import { Program } from '../../program/program.entity.js';
import { requireOwnProgram } from '../../program/require-program.js';
import { Proof } from '../../proof/proof.entity.js';
import { inputGroupsAnswer, toInputGroupsAnswer } from '../answers/input-group-answer.js';
import { pageOptions, pageQuery } from '../answers/page.js';
import { programPath } from '../answers/path.js';
import { programsAnswer, toProgramsAnswer } from '../answers/program-answer.js';
import { jsonRoute } from '../define-route.js';

export const listProvenPrograms = jsonRoute(
  {
    id: 'listProvenPrograms',
    method: 'GET',
    path: '/program/proofs',
    summary: "Lists the caller's programs with at least one proof that waits to be verified.",
    operation: 'proofs',
    changes: false,
    errors: [],
  },
  { query: pageQuery, answer: programsAnswer },
  async ({ ctx, query }) => {
    const { organization: owner } = await identify(ctx);
    const waiting = ctx.em
      .createQueryBuilder(Proof)
      .select('program')
      .distinct()
      .where({ state: 'SUBMITTED' });
    const filter = { organization: owner.id, id: { $in: waiting } };
    return toProgramsAnswer(await ctx.em.findAndCount(Program, filter, pageOptions(query)));
  },
);

export const listProvenInputGroups = jsonRoute(
  {
    id: 'listProvenInputGroups',
    method: 'GET',
    path: '/program/proofs/{program_id}',
    summary: "Lists the input groups of the caller's program whose proof waits to be verified.",
    operation: 'proofs',
    changes: false,
    errors: ['PROGRAM_NOT_FOUND'],
  },
  { params: programPath, query: pageQuery, answer: inputGroupsAnswer },
  async ({ ctx, params, query }) => {
    const { organization } = await identify(ctx);
    const program = await requireOwnProgram(ctx, organization, params.program_id);
    const filter = { program: program.id, state: 'PROVEN' } as const;
    return toInputGroupsAnswer(await ctx.em.findAndCount(InputGroup, filter, pageOptions(query)));
  },
);

export const listInputGroups = jsonRoute(
  {
    id: 'listInputGroups',
    method: 'GET',
    path: '/program/inputs/all/{program_id}',
    summary: "Lists the input groups of the caller's program.",
    operation: 'proofs',
    changes: false,
    errors: ['PROGRAM_NOT_FOUND'],
  },
  { params: programPath, query: pageQuery, answer: inputGroupsAnswer },
  async ({ ctx, params, query }) => {
    const { organization } = await identify(ctx);
    const program = await requireOwnProgram(ctx, organization, params.program_id);
    return toInputGroupsAnswer(
      await ctx.em.findAndCount(InputGroup, { program: program.id }, pageOptions(query)),
    );
  },
);
