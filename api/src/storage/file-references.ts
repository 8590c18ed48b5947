import type { EntityManager } from '@mikro-orm/sql';

/** Asks for the `sha256` of every file that a row names, in any of the databases. */
export const REFERENCED_FILES = `select archive_sha256 as sha256 from program union select executable_sha256 from program
  union select input_sha256 from input_group union select sha256 from execution
  union select sha256 from proof where file_kept <> 0`;

/** Which of these files any row names. */
export async function namedAmong(em: EntityManager, sha256s: readonly string[]): Promise<Set<string>> {
  if (sha256s.length === 0) return new Set();
  const these = `(${sha256s.map(() => '?').join(', ')})`;
  const rows = await em.execute<{ sha256: string }[]>(
    `select archive_sha256 as sha256 from program where archive_sha256 in ${these}
     union select executable_sha256 from program where executable_sha256 in ${these}
     union select input_sha256 from input_group where input_sha256 in ${these}
     union select sha256 from execution where sha256 in ${these}
     union select sha256 from proof where file_kept <> 0 and sha256 in ${these}`,
    [...sha256s, ...sha256s, ...sha256s, ...sha256s, ...sha256s],
  );
  return new Set(rows.map((row) => row.sha256));
}
