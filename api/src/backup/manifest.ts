import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandError } from '../cli/command-error.js';
import { isSha256 } from '../files/file-names.js';

const manifest = z.strictObject({
  format: z.literal(1),
  /** Version of Cairn that made it. */
  version: z.string(),
  createdAt: z.iso.datetime(),
  database: z.enum(['sqlite', 'mysql']),
  /** That had run, in their order. */
  migrations: z.array(z.string()).min(1),
  /** Of the file of rows. */
  rowsSha256: z.string().refine(isSha256),
  files: z.int().min(0),
  /** Files that rows name and the store did not have. */
  missing: z.array(z.string().refine(isSha256)),
});

/** What a backup says of itself. */
export type Manifest = z.infer<typeof manifest>;

export const MANIFEST = 'manifest.json';

/** Names of the file of rows, by the kind of database. */
export const ROWS = { sqlite: 'cairn.sqlite', mysql: 'rows.jsonl' } as const;

/**
 * Reads a backup's manifest.
 * @throws CommandError when the folder is no whole backup.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST);
  try {
    return manifest.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? 'there is no such file' : 'it is not as expected';
    throw new CommandError(
      `${folder} is no backup of this kind: ${MANIFEST} cannot be read (${why}).`,
      'Name the folder that `cairn-api backup` made, with a version of Cairn that is as new as the one that made it.',
      { cause },
    );
  }
}
