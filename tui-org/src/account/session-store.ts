import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readJson, writeJson } from '../storage/json-file.js';
import { type Session, session } from './session.js';

/** The remembered session of one server, in a file that only the user can read. */
export interface SessionStore {
  read(): Promise<Session | undefined>;
  write(value: Session): Promise<void>;
  /** @returns whether there was one */
  forget(): Promise<boolean>;
}

/** @param serverFolder the server's part of the data directory */
export function sessionStore(serverFolder: string): SessionStore {
  const path = join(serverFolder, 'session.json');
  return {
    read: () => readJson(path, session),
    write: (value) => writeJson(path, value),
    async forget() {
      try {
        await rm(path);
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
        throw error;
      }
    },
  };
}
