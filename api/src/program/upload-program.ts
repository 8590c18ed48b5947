import { DESCRIPTION_RULE, DomainError, nameKey, validateName, validateText } from '@cairn/shared-schema';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { ownerOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import type { UploadSource } from '../context/upload-source.js';
import { inTransaction } from '../database/in-transaction.js';
import { newId } from '../database/new-id.js';
import { changeUsage, requireRoom } from '../quota/change-usage.js';
import { donorNetwork } from '../reservation/donor-network.js';
import { inTempFolder } from '../storage/in-temp-folder.js';
import { receiveUpload } from '../storage/receive-upload.js';
import { withFiles } from '../storage/with-files.js';
import { type BuiltProgram, buildProgram } from './build-program.js';
import { checkLease } from './lease-seconds.js';
import { Program } from './program.entity.js';

/** A program to publish. */
export interface ProgramUpload {
  name: string;
  description: string;
  leaseSeconds: number;
  /** `.tar` of a Cairo package, gzip allowed. */
  archive: UploadSource;
}

/**
 * Publishes a program: unpacks the archive, takes or compiles its executable, and stores both.
 * @throws DomainError INVALID_REQUEST, PROGRAM_NAME_TAKEN, PROGRAM_INVALID (with the compiler's diagnostics), FILE_TOO_LARGE;
 * INVALID_STATE when the organization's quota has no room for it.
 */
export const uploadProgram = ownerOperation(
  'uploadProgram',
  async (ctx, owner, input: ProgramUpload): Promise<Program> => {
    const name = validateName(input.name);
    const description = validateText(input.description, 'description', DESCRIPTION_RULE);
    checkLease(input.leaseSeconds);
    // Asked before the upload is read, and decided by the unique index when the row is written.
    if ((await ctx.em.count(Program, { organization: owner.id, nameKey: nameKey(name) })) > 0) {
      throw nameTaken(name);
    }
    const limits = { maxBytes: ctx.config.limits.archiveBytes, what: 'The program archive' };
    return receiveUpload(ctx, input.archive, limits, async (archive) => {
      // Asked before it is built, which takes long; what is added is counted with the row.
      await requireRoom(ctx.em, owner.id, { bytes: archive.size }, ctx.config.limits);
      const facts = { name, nameKey: nameKey(name), description, leaseSeconds: input.leaseSeconds };
      return inTempFolder(ctx.files, async (folder) => {
        const built = await buildProgram(ctx, archive, folder);
        return withFiles(ctx, [built.archive, built.executable], () =>
          insertProgram(ctx, owner.id, facts, built),
        );
      });
    });
  },
);

type ProgramFacts = Pick<Program, 'name' | 'nameKey' | 'description' | 'leaseSeconds'>;

async function insertProgram(
  ctx: OperationContext,
  organization: string,
  facts: ProgramFacts,
  { manifest, readme, programHash, archive, executable }: BuiltProgram,
): Promise<Program> {
  const now = await ctx.clock.now(ctx.em);
  const row = {
    ...facts,
    ...manifest,
    id: newId(now),
    organization,
    readme,
    programHash,
    archiveSha256: archive.sha256,
    archiveBytes: archive.size,
    executableSha256: executable.sha256,
    executableBytes: executable.size,
    publisherNetwork: donorNetwork(ctx.config.secrets.reservation, ctx.caller.address),
    lastReservedAt: now,
    createdAt: now,
  };
  try {
    return await inTransaction(ctx, async (em) => {
      const bytes = archive.size + executable.size;
      await changeUsage(em, organization, { bytes }, ctx.config.limits);
      const program = em.create(Program, row);
      await em.flush();
      return program;
    });
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? nameTaken(facts.name, error) : error;
  }
}

function nameTaken(name: string, cause?: unknown): DomainError {
  return new DomainError(
    'PROGRAM_NAME_TAKEN',
    `You already have a program named ${JSON.stringify(name)} (compared without case).`,
    { help: 'Choose another name.', cause },
  );
}
