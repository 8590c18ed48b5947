import { type ExecutableFacts, executableFacts } from '../answers/executable-facts.js';
import type { MemoryOptions } from '../options.js';
import { ask } from '../run/ask.js';
import { flags } from '../run/flags.js';

/** Paths for `compilePackage`. */
export interface CompileRequest {
  /** Folder with `Scarb.toml` and `src/`. */
  packageDir: string;
  /** Where to write the executable. */
  output: string;
  /** Which package of a workspace. */
  member?: string | undefined;
  /** Which of several `[[target.executable]]`, by its name. */
  executableName?: string | undefined;
  /** Which function, by its path (`name::module::function`); instead of a target. */
  executableFunction?: string | undefined;
}

/**
 * Compiles a Cairo package to an executable. What the compiler says of it comes as `diagnostic` events too.
 * @throws ProverError `PACKAGE_INVALID`, `COMPILATION_FAILED` (with `details.diagnostics`), `MEMORY_LIMIT`; any `ProverFailure`.
 */
export function compilePackage(
  request: CompileRequest,
  options: MemoryOptions = {},
): Promise<ExecutableFacts> {
  const { packageDir, output, member, executableName, executableFunction } = request;
  const args = flags({
    package: packageDir,
    output,
    member,
    'executable-name': executableName,
    'executable-function': executableFunction,
    'max-memory': options.maxMemoryBytes,
  });
  return ask('compile', args, { 0: executableFacts }, options);
}
