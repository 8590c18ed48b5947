import { join } from 'node:path';
import { formatOutputType } from '@cairn/shared-schema';
import { type ProgramArchive, readProgramArchive } from '../archive/read-program-archive.js';
import type { OperationContext } from '../context/operation-context.js';
import { hashFile } from '../storage/hash-file.js';
import type { ReceivedFile } from '../storage/receive-upload.js';
import type { Program } from './program.entity.js';
import { Calldata, InputBinding } from './program.enums.js';
import { programInvalid } from './program-invalid.js';

/** What comes out of a program archive. */
export interface BuiltProgram {
  readonly manifest: Pick<Program, 'inputBinding' | 'calldata' | 'outputs' | 'expectedSteps' | 'maxSteps'>;
  readonly readme: string | null;
  readonly programHash: string;
  readonly archive: ReceivedFile;
  readonly executable: ReceivedFile;
}

/**
 * Unpacks an archive into a private folder and takes its executable, or compiles it under limits of time and memory.
 * @throws DomainError PROGRAM_INVALID, FILE_TOO_LARGE
 */
export async function buildProgram(
  ctx: OperationContext,
  archive: ReceivedFile,
  folder: string,
): Promise<BuiltProgram> {
  const contents = await readProgramArchive(archive.path, join(folder, 'package'));
  const { path, programHash } = await executableOf(ctx, contents, join(folder, 'executable.json'));
  return {
    manifest: manifestColumns(contents.manifest),
    readme: contents.readme ?? null,
    programHash,
    archive,
    executable: await hashFile(path),
  };
}

async function executableOf(ctx: OperationContext, contents: ProgramArchive, output: string) {
  const { executablePath, packageFolder } = contents;
  try {
    if (executablePath === undefined) {
      const facts = await ctx.prover.compilePackage({ packageDir: packageFolder, output });
      return { path: output, programHash: facts.programHash };
    }
    const facts = await ctx.prover.inspectExecutable(executablePath);
    return { path: executablePath, programHash: facts.programHash };
  } catch (error) {
    throw programInvalid(error, packageFolder);
  }
}

function manifestColumns(manifest: ProgramArchive['manifest']): BuiltProgram['manifest'] {
  return {
    inputBinding: InputBinding[manifest.inputBinding.toUpperCase() as InputBinding],
    calldata: Calldata[manifest.calldata.toUpperCase() as Calldata],
    outputs: manifest.outputs.map(({ name, type }) => ({ name, type: formatOutputType(type) })),
    expectedSteps: manifest.expectedSteps ?? null,
    maxSteps: manifest.maxSteps ?? null,
  };
}
