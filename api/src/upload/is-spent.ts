import type { EntityManager } from '@mikro-orm/sql';
import { Execution } from '../execution/execution.entity.js';
import { Proof } from '../proof/proof.entity.js';
import type { ResumableUpload } from './resumable-upload.entity.js';

/**
 * Whether an upload was handed in and nothing is left of it, because it was refused, or what it became is gone: the same file
 * has to be sent anew.
 */
export async function isSpent(
  em: EntityManager,
  { state, kind, sha256 }: ResumableUpload,
  inputGroup: string,
): Promise<boolean> {
  if (state !== 'USED') return false;
  const same = { inputGroup, sha256 };
  return (await (kind === 'EXECUTION' ? em.count(Execution, same) : em.count(Proof, same))) === 0;
}
