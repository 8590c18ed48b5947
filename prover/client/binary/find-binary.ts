import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ProverMissing } from '../errors/prover-missing.js';
import { recordedBinary } from './recorded-binary.js';

/**
 * The path of the prover to run: the caller's, else `CAIRN_PROVER`, else the one that the set-up recorded.
 * @throws ProverMissing when there is none, or it is no program that may be run.
 */
export async function findBinary(command: string, given?: string): Promise<string> {
  const path = given ?? (process.env.CAIRN_PROVER || (await recordedBinary()));
  if (path === undefined) throw new ProverMissing('no binary has been built in this checkout', { command });
  const binary = resolve(path);
  try {
    await access(binary, constants.X_OK);
    if ((await stat(binary)).isFile()) return binary;
  } catch (cause) {
    throw new ProverMissing(`${binary} is not there, or may not be run`, { command, cause });
  }
  throw new ProverMissing(`${binary} is not a program`, { command });
}
