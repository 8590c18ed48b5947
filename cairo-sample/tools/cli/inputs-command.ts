import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type InputGroup, makeInputGroups } from '../make-input-groups.js';
import { type Command, required, requiredNumber, UsageError } from './command.js';

export const inputsCommand: Command = {
  options: { sequence: 'HPPH…', prefix: 'MOVES', output: 'FOLDER' },
  summary: 'Writes one CSV file for each input group into a new folder.',
  async run(values, { stdout }) {
    const groups = makeInputGroups(required(values, 'sequence'), requiredNumber(values, 'prefix'));
    const folder = resolve(required(values, 'output'));
    await writeFolder(folder, groups);
    stdout.write(`${groups.length} input groups in ${folder}\n`);
    return 0;
  },
};

/** All files or none: they are written beside the folder, which then gets its name. */
async function writeFolder(folder: string, groups: readonly InputGroup[]): Promise<void> {
  if ((await entriesOf(folder)).length > 0) {
    throw new UsageError(`${folder} is not empty. Name a new folder with --output.`);
  }
  await mkdir(dirname(folder), { recursive: true });
  const beside = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    for (const { name, csv } of groups) await writeFile(join(beside, `${name}.csv`), csv, { mode: 0o644 });
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
