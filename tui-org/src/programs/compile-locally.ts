import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePackage, inspectExecutable, ProverError, ProverFailure } from '@cairn/prover';
import { executableFileName, type ProgramManifest, parseProgramManifest } from '@cairn/shared-schema';
import { UsageError } from '@cairn/tui-kit';
import { explainProver } from '../cli/explain-error.js';
import { listPackageFiles } from './list-package-files.js';

/** A package as this machine's own compiler understood it. */
export interface CompiledPackage {
  readonly manifest: ProgramManifest;
  readonly programHash: string;
  /** The executable: a file that the caller owns. */
  readonly executable: string;
  /** Built executables to publish along with the sources; none where the server can compile them. */
  readonly shippedNames: readonly string[];
}

export interface CompileOptions {
  readonly signal: AbortSignal;
  /** An empty folder for the executable. */
  readonly workFolder: string;
}

/**
 * Compiles a package, or takes its built executable where its dependencies cannot be had by compiler alone.
 * @throws ClientError with the compiler's diagnostics; DomainError for a manifest that is wrong
 */
export async function compileLocally(
  packageDir: string,
  { signal, workFolder }: CompileOptions,
): Promise<CompiledPackage> {
  const manifest = await readManifest(packageDir);
  try {
    return await compile(packageDir, { manifest, signal, workFolder });
  } catch (error) {
    throw error instanceof ProverFailure ? explainProver(error, packageDir) : error;
  }
}

async function compile(
  packageDir: string,
  { manifest, signal, workFolder }: CompileOptions & { manifest: ProgramManifest },
): Promise<CompiledPackage> {
  const output = join(workFolder, 'program.executable.json');
  try {
    const { programHash } = await compilePackage({ packageDir, output }, { signal });
    return { manifest, programHash, executable: output, shippedNames: [] };
  } catch (error) {
    const missing = error instanceof ProverError ? error.details.dependencies : undefined;
    if (missing === undefined) throw error;
    const executable = await findBuilt(packageDir, manifest, missing);
    const { programHash } = await inspectExecutable(executable, { signal });
    return { manifest, programHash, executable, shippedNames: manifest.executableNames };
  }
}

async function readManifest(packageDir: string): Promise<ProgramManifest> {
  const path = join(packageDir, 'Scarb.toml');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`there is no readable Scarb.toml in ${packageDir}`, {
      expected: 'a folder with a Cairo package: Scarb.toml and src/lib.cairo',
      help: 'name the folder that holds Scarb.toml; the example program shows how one looks',
      cause,
    });
  });
  return parseProgramManifest(text);
}

async function findBuilt(
  packageDir: string,
  manifest: ProgramManifest,
  missing: readonly string[],
): Promise<string> {
  const files = await listPackageFiles(packageDir, manifest.executableNames);
  const built = files.filter((file) =>
    manifest.executableNames.some((name) => file.path.endsWith(`/${executableFileName(name)}`)),
  );
  const [only, another] = built;
  if (only && !another) return join(packageDir, only.path);
  throw new UsageError(`the package depends on ${missing.join(', ')}, which the compiler here cannot fetch`, {
    expected: `one built ${manifest.executableNames.map(executableFileName).join(' or ')} below target/, found ${built.length}`,
    help: another ? 'delete the build that is out of date' : 'run `scarb build` in the package first',
  });
}
