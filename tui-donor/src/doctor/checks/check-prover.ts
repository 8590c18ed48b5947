import { findBinary, ProverFailure } from '@cairn/prover';
import { askProgram } from '../../system/ask-program.js';
import type { Finding } from '../finding.js';

/** Whether the prover is there and starts. */
export async function checkProver(): Promise<Finding> {
  const check = 'prover';
  let path: string;
  try {
    path = await findBinary('doctor');
  } catch (error) {
    if (!(error instanceof ProverFailure)) throw error;
    return { check, verdict: 'problem', found: error.message, help: error.help };
  }
  const said = await askProgram(path, ['--version']);
  if (said !== undefined) return { check, verdict: 'good', found: `${said.trim()} at ${path}` };
  return {
    check,
    verdict: 'problem',
    found: `${path} does not start`,
    help: 'build it again with `make setup`, or name another with CAIRN_PROVER',
  };
}
