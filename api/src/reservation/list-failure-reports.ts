import type { FilterQuery } from '@mikro-orm/core';
import { ownerOperation } from '../access/guarded-operation.js';
import { listPage, type PageRequest } from '../pagination/list-page.js';
import { FailureReport } from './failure-report.entity.js';

/** What donors have reported of the input groups of the caller's own programs, and is still open. */
export const listFailureReports = ownerOperation(
  'failureReports',
  (ctx, owner, { programId, ...page }: PageRequest & { programId?: string | null }) => {
    const program = { organization: owner.id, ...(programId == null ? {} : { id: programId }) };
    const filter: FilterQuery<FailureReport> = { program };
    return listPage(ctx.em, FailureReport, { any: [filter], ofOneProgram: programId != null }, page);
  },
);
