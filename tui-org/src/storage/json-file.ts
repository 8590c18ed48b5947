import { readFile } from 'node:fs/promises';
import { ClientError, ExitCode } from '@cairn/tui-kit';
import type { z } from 'zod';
import { writeWhole } from './write-whole.js';

/** Reads a file's bytes; `undefined` when there is no such file. */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Reads a record that this client wrote earlier; `undefined` when there is none.
 * @throws ClientError LOCAL_FILE_DAMAGED when the file is not what this client writes
 */
export async function readJson<T>(path: string, shape: z.ZodType<T>): Promise<T | undefined> {
  const bytes = await readIfThere(path);
  if (bytes === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw damagedFile(path, 'a record written by cairn-org', cause);
  }
}

/** Writes a record whole, readable by the user alone. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** A file below the data directory is not what was written there. */
export function damagedFile(path: string, expected: string, cause?: unknown): ClientError {
  return new ClientError(`the file ${path} was altered or damaged`, {
    code: 'LOCAL_FILE_DAMAGED',
    exitCode: ExitCode.usage,
    expected,
    help: 'restore it from a backup, or delete it: what can be had again is then taken from the server, and shown so',
    cause,
  });
}
