import { mkdir, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UploadInputArchiveDocument, UploadInputGroupsDocument } from '@cairn/shared-schema/org';
import { FileUpload, UnexpectedAnswerError } from '@cairn/tui-kit';
import { create } from 'tar';
import type { Workplace } from '../cli/workplace.js';
import { withWorkFolder } from '../storage/work-folder.js';
import { whenThereIsRoom } from './when-there-is-room.js';

/** A file, and the name that its input group gets. */
export interface NamedFile {
  readonly name: string;
  readonly path: string;
}

/** What the server made of a file. */
export interface AddedGroup {
  readonly id: string;
  readonly inputCommitment: string;
}

/** The server reads and stores each file before it answers. */
const PATIENCE_MS = 15 * 60_000;

/**
 * Adds input groups in one request, all or none: as an archive, or a file that is alone as it is.
 * @returns what each file became, in their order
 */
export function sendFiles(
  place: Workplace,
  programId: string,
  files: readonly NamedFile[],
): Promise<AddedGroup[]> {
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) return sendOne(place, programId, first);
  return withWorkFolder(place.folder, async (folder) => {
    const archive = await packFiles(files, folder);
    return sendArchive(place, programId, archive, files.length);
  });
}

async function sendOne(
  place: Workplace,
  programId: string,
  { name, path }: NamedFile,
): Promise<AddedGroup[]> {
  const groups = [{ name, file: FileUpload.fromPath(path, 'text/csv') }];
  const { server, signal } = place;
  const send = () =>
    server.call((api) =>
      api.request(UploadInputGroupsDocument, { input: { programId, groups } }, { signal }),
    );
  const { uploadInputGroups } = await whenThereIsRoom(place, send);
  return requireAll(server.address.url, uploadInputGroups, 1);
}

async function sendArchive(
  place: Workplace,
  programId: string,
  path: string,
  files: number,
): Promise<AddedGroup[]> {
  const input = { programId, archive: FileUpload.fromPath(path, 'application/x-tar') };
  const { server, signal } = place;
  const send = () =>
    server.call((api) =>
      api.request(UploadInputArchiveDocument, { input }, { signal, timeoutMs: PATIENCE_MS }),
    );
  const { uploadInputArchive } = await whenThereIsRoom(place, send);
  const { ids, inputCommitments } = uploadInputArchive;
  requireAll(server.address.url, inputCommitments, files);
  return requireAll(server.address.url, ids, files).map((id, index) => ({
    id,
    inputCommitment: inputCommitments[index] ?? '',
  }));
}

function requireAll<T>(url: string, groups: readonly T[], files: number): T[] {
  if (groups.length === files) return [...groups];
  throw new UnexpectedAnswerError(url, `about ${groups.length} input groups where ${files} were sent`);
}

/** Packs files under the names of their groups. They are not compressed: the server refuses what unpacks to far more. */
async function packFiles(files: readonly NamedFile[], folder: string): Promise<string> {
  const named = join(folder, 'named');
  await mkdir(named);
  for (const { name, path } of files) await symlink(resolve(path), join(named, `${name}.csv`));
  const archive = join(folder, 'inputs.tar');
  const options = { cwd: named, file: archive, portable: true, noMtime: true, strict: true, follow: true };
  await create(
    options,
    files.map(({ name }) => `./${name}.csv`),
  );
  return archive;
}
