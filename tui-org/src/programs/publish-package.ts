import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatOutputType } from '@cairn/shared-schema';
import {
  type ProgramFactsFragment,
  ServerLimitsDocument,
  UploadProgramDocument,
} from '@cairn/shared-schema/org';
import { ClientError, FileUpload, formatBytes, isRefusal, UsageError } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';
import type { CompiledPackage } from './compile-locally.js';
import { findByName } from './find-program.js';
import { listPackageFiles } from './list-package-files.js';
import { packArchive } from './pack-archive.js';

/** A package that is ready to be published. */
export interface Publication {
  readonly dir: string;
  readonly compiled: CompiledPackage;
  /** A folder for the archive. */
  readonly workFolder: string;
  readonly name: string;
  readonly description: string;
  readonly leaseSeconds: number;
}

/** What came of it. */
export interface Published {
  readonly program: ProgramFactsFragment;
  /** True when the same program was there under this name already. */
  readonly again: boolean;
  readonly archiveBytes: number;
}

/**
 * Packs and uploads a compiled package and keeps its executable, so that later verification need not trust the server.
 * A program that is there already under this name is taken for this one when it is the same program.
 * @throws ServerRefusedError PROGRAM_NAME_TAKEN when it is another; ClientError PROGRAM_HASH_DIFFERS when the server
 * made something else of the archive
 */
export async function publishPackage(place: Workplace, publication: Publication): Promise<Published> {
  const { archive, archiveBytes } = await pack(place, publication);
  const { name, description, leaseSeconds, compiled } = publication;
  try {
    const input = {
      name,
      description,
      leaseSeconds,
      archive: FileUpload.fromPath(archive, 'application/x-tar'),
    };
    place.remark(`Uploading ${formatBytes(archiveBytes)} …`);
    const { uploadProgram } = await place.server.call((api) =>
      api.request(UploadProgramDocument, { input }, { signal: place.signal }),
    );
    await keep(place, compiled, uploadProgram);
    return { program: uploadProgram, again: false, archiveBytes };
  } catch (error) {
    if (!isRefusal(error, 'PROGRAM_NAME_TAKEN')) throw error;
    const program = await findByName(place.server, name);
    if (program?.programHash !== compiled.programHash) throw error;
    await keep(place, compiled, program);
    return { program, again: true, archiveBytes };
  }
}

async function pack(
  { server }: Workplace,
  { dir, compiled, workFolder }: Publication,
): Promise<{ archive: string; archiveBytes: number }> {
  const archive = join(workFolder, 'program.tar');
  await packArchive(dir, await listPackageFiles(dir, compiled.shippedNames), archive);
  const archiveBytes = (await stat(archive)).size;
  const { maxArchiveBytes } = (await server.call((api) => api.request(ServerLimitsDocument, {}))).serverInfo;
  if (archiveBytes <= maxArchiveBytes) return { archive, archiveBytes };
  throw new UsageError(`the archive of ${dir} has ${formatBytes(archiveBytes)}`, {
    expected: `at most ${formatBytes(maxArchiveBytes)}, the limit of this server`,
    help: 'keep data out of src/; input groups are added with `cairn-org add-inputs`',
  });
}

/** What is kept is what was compiled here, also when the server disagrees: then no proof of the other will pass. */
async function keep(
  place: Workplace,
  compiled: CompiledPackage,
  program: ProgramFactsFragment,
): Promise<void> {
  const { manifest, programHash, executable } = compiled;
  await place.programs.keep({
    id: program.id,
    name: program.name,
    programHash,
    executableSha256: await place.executables.put(executable),
    inputBinding: manifest.inputBinding.toUpperCase() as Uppercase<typeof manifest.inputBinding>,
    calldata: manifest.calldata.toUpperCase() as Uppercase<typeof manifest.calldata>,
    outputs: manifest.outputs.map(({ name, type }) => ({ name, type: formatOutputType(type) })),
    publishedAt: new Date().toISOString(),
  });
  if (program.programHash !== programHash) throw hashDiffers(program, programHash);
}

function hashDiffers(program: ProgramFactsFragment, programHash: string): ClientError {
  const warning = 'WARNING: THE SERVER OFFERS ANOTHER PROGRAM THAN THE ONE COMPILED HERE';
  return new ClientError(`${warning}: its program ${program.id} has the hash ${program.programHash}`, {
    code: 'PROGRAM_HASH_DIFFERS',
    expected: `${programHash}, as compiled here`,
    help: 'do not add inputs to it: no proof of it would verify here. Ask the operator which compiler the server runs',
    details: { programId: program.id, serverHash: program.programHash, localHash: programHash },
  });
}
