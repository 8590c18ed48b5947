import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { damagedFile, readIfThere } from '../storage/json-file.js';
import { safeFileName } from '../storage/safe-file-name.js';
import { sha256Hex } from '../storage/sha256-hex.js';
import { makePrivateDir } from '../storage/write-whole.js';

const keptInput = z.object({
  id: z.string(),
  name: z.string(),
  sha256: sha256Hex,
  inputCommitment: z.string(),
  values: z.number(),
});

/** Which file of this machine became which input group at the server. */
export type KeptInput = z.infer<typeof keptInput>;

/** The input groups that were added from this machine to the programs of one server. */
export interface KeptInputs {
  /** All of a program, by input group id. */
  ofProgram(programId: string): Promise<ReadonlyMap<string, KeptInput>>;
  keep(programId: string, inputs: readonly KeptInput[]): Promise<void>;
}

/**
 * A list per program, one JSON line for each group, only ever added to: thousands of groups cost one synced write a
 * batch. Each write starts with a line end, so that a line cut short by a crash spoils no other.
 *
 * @param serverFolder the server's part of the data directory
 */
export function keptInputs(serverFolder: string): KeptInputs {
  const pathOf = (id: string) => join(serverFolder, 'programs', safeFileName(id), 'inputs.jsonl');
  return {
    async ofProgram(programId) {
      const path = pathOf(programId);
      const text = (await readIfThere(path))?.toString('utf8') ?? '';
      const inputs = text
        .split('\n')
        .flatMap((line, index, lines) => readLine(line, index === lines.length - 1, path));
      return new Map(inputs.map((input) => [input.id, input]));
    },
    async keep(programId, inputs) {
      if (inputs.length === 0) return;
      await appendSynced(pathOf(programId), `\n${inputs.map((input) => JSON.stringify(input)).join('\n')}\n`);
    },
  };
}

function readLine(line: string, isLast: boolean, path: string): KeptInput[] {
  if (line === '') return [];
  try {
    return [keptInput.parse(JSON.parse(line))];
  } catch (cause) {
    if (isLast || !line.endsWith('}')) return [];
    throw damagedFile(path, 'one JSON record a line', cause);
  }
}

async function appendSynced(path: string, text: string): Promise<void> {
  await makePrivateDir(dirname(path));
  const file = await open(path, 'a', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
