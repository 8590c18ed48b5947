/** Runs this checkout's prover in the caller's folder: `npm run --silent prover -- ARGS`. */
import { findBinary, ProverMissing } from '@cairn/prover';

process.chdir(process.env.INIT_CWD ?? process.cwd());
try {
  const binary = await findBinary('prover');
  // In this process's place, so that signals and exit codes pass through untouched.
  process.execve?.(binary, [binary, ...process.argv.slice(2)], process.env);
} catch (error) {
  if (!(error instanceof ProverMissing)) throw error;
  console.error(`${error.message}\n${error.help}`);
  process.exitCode = 4;
}
