import { ProverError, ProverFailure } from '@cairn/prover';
import { DomainError, sanitizeForTerminal } from '@cairn/shared-schema';
import { notJudged } from '../prover/not-judged.js';

const MAX_DIAGNOSTICS = 32 * 1024;
/** The prover's codes that say that the program itself is at fault. */
const AT_FAULT = new Set(['PACKAGE_INVALID', 'COMPILATION_FAILED', 'EXECUTABLE_INVALID', 'HINT_REFUSED']);
const LIMITS = new Set(['TIME_LIMIT', 'MEMORY_LIMIT']);

/**
 * What to tell the uploader when a package does not become an executable. The compiler names files below the
 * server's own folder: that part of their paths is left out.
 */
export function programInvalid(failure: unknown, packageFolder: string): unknown {
  if (!(failure instanceof ProverFailure)) return failure;
  if (isOfTheMachine(failure)) return notJudged(failure);
  if (LIMITS.has(failure.code)) return tooHeavy(failure);
  if (!(failure instanceof ProverError) || !AT_FAULT.has(failure.code)) return notJudged(failure);
  const { diagnostics } = failure.details;
  return new DomainError('PROGRAM_INVALID', relative(failure.message, packageFolder), {
    help: failure.help,
    details: diagnostics === undefined ? {} : { diagnostics: relative(diagnostics, packageFolder) },
    cause: failure,
  });
}

/** The machine had no memory left, which passes: the package is not to blame. */
function isOfTheMachine(failure: ProverFailure): boolean {
  return (
    failure instanceof ProverError && failure.code === 'MEMORY_LIMIT' && failure.details.limit === undefined
  );
}

function relative(text: string, folder: string): string {
  const shown = sanitizeForTerminal(text.replaceAll(`${folder}/`, '').replaceAll(folder, '.'), {
    keepLines: true,
  });
  return shown.length <= MAX_DIAGNOSTICS ? shown : `${shown.slice(0, MAX_DIAGNOSTICS)}\n… (cut)`;
}

function tooHeavy(failure: ProverFailure): DomainError {
  const what = failure.code === 'TIME_LIMIT' ? 'more time' : 'more memory';
  return new DomainError('PROGRAM_INVALID', `Compiling the package takes ${what} than the server allows.`, {
    help: 'Run `scarb build` and pack its target/release/<name>.executable.json with the archive.',
    cause: failure,
  });
}
