import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { programTemplate } from '@cairn/sample';
import { UsageError } from '@cairn/tui-kit';
import { withWorkFolder } from '../storage/work-folder.js';

/** What the package is called in the template. */
const TEMPLATE_NAME = 'my_program';
/** What Scarb and the compiler take as the name of a package. */
const PACKAGE_NAME = /^[a-z][a-z0-9_]{0,63}$/u;

/**
 * Makes a new program out of the template: a package that compiles, runs and can be proven as it is. The folder is there
 * whole or not at all, and is called like the package.
 * @returns the folder
 * @throws UsageError for a name that no package can have, and where something is already
 */
export async function newProgram(path: string): Promise<string> {
  const folder = resolve(path);
  const name = basename(folder);
  if (!PACKAGE_NAME.test(name)) {
    throw new UsageError(`${JSON.stringify(name)} cannot be the name of a package`, {
      expected: 'lower-case letters, digits and underscores, with a letter first, such as folding_search',
      help: 'the name that donors see is given when it is published, and may be any text',
    });
  }
  await mkdir(dirname(folder), { recursive: true });
  await withWorkFolder(dirname(folder), async (work) => {
    const made = join(work, name);
    await copyTemplate(made, name);
    await takePlace(made, folder);
  });
  return folder;
}

async function copyTemplate(destination: string, name: string): Promise<void> {
  const entries = await readdir(programTemplate, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const source = join(entry.parentPath, entry.name);
    const copy = join(destination, relative(programTemplate, source));
    await mkdir(dirname(copy), { recursive: true });
    await writeFile(copy, (await readFile(source, 'utf8')).replaceAll(TEMPLATE_NAME, name));
  }
}

/** A folder takes the place of nothing, or of an empty one; never of what somebody has there. */
async function takePlace(made: string, folder: string): Promise<void> {
  try {
    await rename(made, folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOTDIR') throw cause;
    throw new UsageError(`${folder} is there already`, {
      expected: 'a name that is not taken, or an empty folder',
      help: 'choose another name; nothing was changed',
      cause,
    });
  }
}
