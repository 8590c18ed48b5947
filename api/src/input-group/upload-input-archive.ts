import { join } from 'node:path';
import { INPUT_ARCHIVE_LIMITS, invalidField, nameKey, validateName } from '@cairn/shared-schema';
import { ownerOperation } from '../access/guarded-operation.js';
import { type UnpackedFiles, unpackArchive } from '../archive/unpack-archive.js';
import type { OperationContext } from '../context/operation-context.js';
import type { UploadSource } from '../context/upload-source.js';
import type { Program } from '../program/program.entity.js';
import { requireOwnProgram } from '../program/require-program.js';
import { requireRoom } from '../quota/change-usage.js';
import { hashFile } from '../storage/hash-file.js';
import { inTempFolder } from '../storage/in-temp-folder.js';
import { type ReceivedFile, receiveUpload } from '../storage/receive-upload.js';
import { addGroups } from './add-groups.js';
import { ArchiveAllowance } from './archive-allowance.js';
import type { NamedFile } from './commit-file.js';
import { inputArchiveError } from './input-archive-error.js';
import type { InputGroup } from './input-group.entity.js';

/** Many input groups in one file. */
export interface InputArchiveUpload {
  programId: string;
  /** `.tar` of CSV files, gzip allowed. */
  archive: UploadSource;
}

/**
 * Adds each CSV file of an archive to a program, as the input group that the file is named for: all of them or none.
 * @throws DomainError INVALID_REQUEST about the archive, an entry, or a place in it; PROGRAM_NOT_FOUND, FILE_TOO_LARGE;
 * INVALID_STATE when the organization's quota has no room for them; RATE_LIMITED while another one of the organization is
 * under way, or after too much was read in vain; SERVER_BUSY when too many wait.
 */
export const uploadInputArchive = ownerOperation(
  'uploadInputArchive',
  async (ctx, owner, { programId, archive }: InputArchiveUpload): Promise<InputGroup[]> => {
    const program = await requireOwnProgram(ctx, owner, programId);
    const limits = { maxBytes: ctx.config.limits.inputArchiveBytes, what: 'The archive of input groups' };
    const allowance = new ArchiveAllowance(ctx.rates, owner.id, ctx.caller);
    return ctx.inputArchives.take(owner.id, async () => {
      // Whoever has no room at all need not send the rest.
      await requireRoom(ctx.em, owner.id, { bytes: 1, groups: 1 }, ctx.config.limits);
      return allowance.during(() =>
        receiveUpload(ctx, archive, limits, (packed) =>
          ctx.inputArchives.read(() => addPacked(ctx, program, packed, allowance)),
        ),
      );
    });
  },
);

async function addPacked(
  ctx: OperationContext,
  program: Program,
  packed: ReceivedFile,
  allowance: ArchiveAllowance,
): Promise<InputGroup[]> {
  return inTempFolder(ctx.files, async (folder) => {
    const files = await unpack(ctx, packed, join(folder, 'unpacked'));
    await allowance.take(files);
    return addGroups(ctx, program, files);
  });
}

async function unpack(ctx: OperationContext, packed: ReceivedFile, folder: string): Promise<NamedFile[]> {
  const limits = { ...INPUT_ARCHIVE_LIMITS, maxFileBytes: ctx.config.limits.inputBytes };
  const entries = await unpackArchive(packed.path, folder, limits).catch((error: unknown) => {
    throw inputArchiveError(error);
  });
  const files: NamedFile[] = [];
  for (const [path, name] of groupNames(entries)) {
    files.push({ ...(await hashFile(join(folder, path))), name, filename: path, place: 'in the archive' });
  }
  return files;
}

/** The entries and the names of their groups. */
function groupNames(entries: UnpackedFiles): Map<string, string> {
  if (entries.size === 0) throw invalidField('archive', 'no file in it', 'at least one CSV file');
  const names = new Map<string, string>();
  const taken = new Map<string, string>();
  for (const path of entries.keys()) {
    const [, file] = /(?:^|\/)([^/]+)\.csv$/iu.exec(path) ?? [];
    if (file === undefined) throw invalidField(path, 'another kind of file', 'CSV files, named *.csv');
    const name = validateName(file, path);
    const other = taken.get(nameKey(name));
    if (other !== undefined) {
      const help = 'An input group is named for its file, without its folders: name the files apart.';
      throw invalidField(path, `the same name as ${other}`, 'a name of its own', help);
    }
    taken.set(nameKey(name), path);
    names.set(path, name);
  }
  return names;
}
