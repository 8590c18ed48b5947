import {
  ARCHIVE_LIMITS,
  DESCRIPTION_RULE,
  DomainError,
  invalidField,
  validateText,
} from '@cairn/shared-schema';
import { ownerOperation } from '../access/guarded-operation.js';
import { checkLease } from './lease-seconds.js';
import { Program } from './program.entity.js';
import { ownProgramNotFound } from './require-program.js';

/** What is to be changed; what is left out or null stays as it is. */
export interface ProgramChange {
  id: string;
  description?: string | null;
  /** Of reservations that are made from now on. */
  leaseSeconds?: number | null;
  /** Instead of the archive's; empty for none. */
  readme?: string | null;
}

/**
 * Changes what a published program says of itself. What is run and proven stays: another archive is another program.
 * @throws DomainError PROGRAM_NOT_FOUND; INVALID_REQUEST when a value cannot be, or nothing is to be changed.
 */
export const updateProgram = ownerOperation(
  'updateProgram',
  async (ctx, owner, { id, ...change }: ProgramChange): Promise<Program> => {
    const columns = checked(change);
    if (Object.keys(columns).length === 0) throw nothingToChange();
    // Whether there is such a program is asked after it: MySQL counts no row that already says so.
    await ctx.em.nativeUpdate(Program, { id, organization: owner.id }, columns);
    ctx.view.renew();
    const program = await ctx.em.findOne(Program, { id, organization: owner.id });
    if (program === null) throw ownProgramNotFound();
    return program;
  },
);

function checked({ description, leaseSeconds, readme }: Omit<ProgramChange, 'id'>) {
  return {
    ...(description != null && { description: validateText(description, 'description', DESCRIPTION_RULE) }),
    ...(leaseSeconds != null && { leaseSeconds: checkLease(leaseSeconds) }),
    ...(readme != null && { readme: checkedReadme(readme) }),
  };
}

function checkedReadme(readme: string): string | null {
  const bytes = Buffer.byteLength(readme);
  const { maxReadmeBytes } = ARCHIVE_LIMITS;
  if (bytes > maxReadmeBytes) throw invalidField('readme', `${bytes} bytes`, `at most ${maxReadmeBytes}`);
  return readme === '' ? null : readme;
}

function nothingToChange(): DomainError {
  return new DomainError('INVALID_REQUEST', 'Nothing is to be changed.', {
    help: 'Send a description, leaseSeconds or a readme.',
  });
}
