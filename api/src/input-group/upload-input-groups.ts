import { join } from 'node:path';
import { invalidField, MAX_INPUT_GROUPS_PER_UPLOAD, validateName } from '@cairn/shared-schema';
import { ownerOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import type { UploadSource } from '../context/upload-source.js';
import { writeIncoming } from '../files/write-incoming.js';
import { requireOwnProgram } from '../program/require-program.js';
import { addGroups } from './add-groups.js';
import type { NamedFile } from './commit-file.js';
import type { InputGroup } from './input-group.entity.js';

/** Files that arrive one after the other; a later one may still be on its way. */
export interface InputGroupsUpload {
  programId: string;
  groups: readonly { name: string; file: PromiseLike<UploadSource> | UploadSource }[];
}

/**
 * Adds input groups to a program: all of them or none.
 * @throws DomainError INVALID_REQUEST (a bad CSV: with file name, line and column), PROGRAM_NOT_FOUND, FILE_TOO_LARGE,
 * INVALID_STATE when the organization's quota has no room for them.
 */
export const uploadInputGroups = ownerOperation(
  'uploadInputGroups',
  async (ctx, owner, { programId, groups }: InputGroupsUpload): Promise<InputGroup[]> => {
    checkCount(groups.length);
    const names = groups.map((group, index) => validateName(group.name, `groups[${index}].name`));
    const program = await requireOwnProgram(ctx, owner, programId);
    const folder = await ctx.files.tempFolder();
    try {
      const received = await receiveAll(ctx, groups, names, folder.path);
      return await addGroups(ctx, program, received);
    } finally {
      await folder.remove();
    }
  },
);

function checkCount(count: number): void {
  if (count >= 1 && count <= MAX_INPUT_GROUPS_PER_UPLOAD) return;
  const help = 'Send more in further requests.';
  throw invalidField('groups', `${count} input groups`, `1 to ${MAX_INPUT_GROUPS_PER_UPLOAD}`, help);
}

/** Takes the files in whatever order they come: waiting for a later one must not keep an earlier one from being read. */
async function receiveAll(
  ctx: OperationContext,
  groups: InputGroupsUpload['groups'],
  names: readonly string[],
  folder: string,
): Promise<NamedFile[]> {
  let failed = false;
  const receive = async (group: (typeof groups)[number], index: number): Promise<NamedFile> => {
    try {
      const upload = await group.file;
      if (failed) throw new Error('Another file of the same request was refused.');
      const path = join(folder, String(index));
      const limits = { maxBytes: ctx.config.limits.inputBytes, what: `The file of groups[${index}]` };
      const stored = await writeIncoming(upload.open(), path, limits);
      const name = names[index] ?? '';
      return { ...stored, path, name, filename: upload.filename, place: `groups[${index}]` };
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  return Promise.all(groups.map(receive));
}
