import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '@cairn/tui-kit';
import { MARK, type ServiceDefinition } from './service-definition.js';

/** How the file of a service stands: as it would be written now, written with other settings, another's, or not there. */
export type ServiceFile = 'current' | 'outdated' | 'foreign' | 'missing';

export async function serviceFile({ path, text }: ServiceDefinition): Promise<ServiceFile> {
  const found = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return 'missing';
  if (!found.includes(MARK)) return 'foreign';
  return found === text ? 'current' : 'outdated';
}

/**
 * Writes the file of a service, whole or not at all.
 * @throws UsageError when a file that is not ours stands there
 */
export async function installService(definition: ServiceDefinition): Promise<void> {
  const { path, text } = definition;
  if ((await serviceFile(definition)) === 'foreign') throw foreign(path);
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.part`;
  await writeFile(beside, text, { mode: 0o644 });
  await rename(beside, path);
}

/**
 * @returns whether there was one
 * @throws UsageError when a file that is not ours stands there
 */
export async function uninstallService(definition: ServiceDefinition): Promise<boolean> {
  const file = await serviceFile(definition);
  if (file === 'foreign') throw foreign(definition.path);
  await rm(definition.path, { force: true });
  return file !== 'missing';
}

function foreign(path: string): UsageError {
  return new UsageError(`${path} was not written by cairn-donor`, {
    expected: 'no file there, or one of its own',
    help: 'move it away, and run the command again',
  });
}
