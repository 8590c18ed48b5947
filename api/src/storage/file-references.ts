import type { EntityManager } from '@mikro-orm/sql';
import { Execution } from '../execution/execution.entity.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { Program } from '../program/program.entity.js';
import { Proof } from '../proof/proof.entity.js';

/** Whether any row names this file. */
export async function isReferenced(em: EntityManager, sha256: string): Promise<boolean> {
  const counts = await Promise.all([
    em.count(Program, { $or: [{ archiveSha256: sha256 }, { executableSha256: sha256 }] }),
    em.count(InputGroup, { inputSha256: sha256 }),
    em.count(Execution, { sha256 }),
    em.count(Proof, { sha256, fileKept: true }),
  ]);
  return counts.some((count) => count > 0);
}

/** Asks for the `sha256` of every file that a row names, in any of the databases. */
export const REFERENCED_FILES = `select archive_sha256 as sha256 from program union select executable_sha256 from program
  union select input_sha256 from input_group union select sha256 from execution
  union select sha256 from proof where file_kept <> 0`;

/** Every file that a row names. */
export async function referencedFiles(em: EntityManager): Promise<Set<string>> {
  const rows = await em.execute<{ sha256: string }[]>(REFERENCED_FILES);
  return new Set(rows.map((row) => row.sha256));
}
