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
}

/**
 * Compiles a Cairo package to an executable.
 * @throws ProverError `PACKAGE_INVALID`, `COMPILATION_FAILED` (with `details.diagnostics`), `MEMORY_LIMIT`; any `ProverFailure`.
 */
export function compilePackage(
  request: CompileRequest,
  options: MemoryOptions = {},
): Promise<ExecutableFacts> {
  const { packageDir, output } = request;
  const args = flags({ package: packageDir, output, 'max-memory': options.maxMemoryBytes });
  return ask('compile', args, { 0: executableFacts }, options);
}
