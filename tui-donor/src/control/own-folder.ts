import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { ClientError } from '@cairn/tui-kit';

/**
 * Makes a folder that only this user can enter.
 * @throws ClientError when something else, or somebody else's folder, is there
 */
export function makeOwnFolder(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined)
    mkdirSync(path, { recursive: true, mode: 0o700 });
  if (!isOwnFolder(path))
    throw new ClientError(`${path} is not a folder of this user`, {
      code: 'CONTROL_FOLDER_UNSAFE',
      expected: 'a folder that this user owns, or none',
      help: 'remove it, or choose a data folder with a shorter path by --data-dir DIR',
    });
  chmodSync(path, 0o700);
}

/** @returns whether it is a folder, no link to one, and this user's */
export function isOwnFolder(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.();
}
