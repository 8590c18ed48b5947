import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from '../storage/json-file.js';
import { safeFileName } from '../storage/safe-file-name.js';
import { sha256Hex } from '../storage/sha256-hex.js';

const keptProgram = z.object({
  id: z.string(),
  name: z.string(),
  programHash: z.string(),
  executableSha256: sha256Hex,
  inputBinding: z.enum(['POSEIDON', 'ECHO', 'NONE']),
  calldata: z.enum(['ARRAY', 'RAW']),
  outputs: z.array(z.object({ name: z.string(), type: z.string() })),
  publishedAt: z.string(),
});

/** What this machine itself knows of a program that was published from it; the server is not asked about it. */
export type KeptProgram = z.infer<typeof keptProgram>;

/** The programs that were published from this machine to one server. */
export interface KeptPrograms {
  find(programId: string): Promise<KeptProgram | undefined>;
  keep(program: KeptProgram): Promise<void>;
}

/** @param serverFolder the server's part of the data directory */
export function keptPrograms(serverFolder: string): KeptPrograms {
  const pathOf = (id: string) => join(serverFolder, 'programs', safeFileName(id), 'program.json');
  return {
    find: (id) => readJson(pathOf(id), keptProgram),
    keep: (program) => writeJson(pathOf(program.id), program),
  };
}
