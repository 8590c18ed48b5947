import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readJson, writeJson } from '../storage/json-file.js';
import { type Decision, decision } from './decision.js';

/** Decisions that the server has not heard of, whatever happens to this process. */
export interface DecisionJournal {
  /** Takes over what processes left that are no more, the oldest first. */
  adopt(): Promise<Decision[]>;
  keep(made: Decision): Promise<void>;
  remove(id: string): Promise<void>;
  /** Leaves one that could not be sent to whoever adopts next, this process too. */
  release(made: Decision): Promise<void>;
}

/** In place of a process, for a decision that nobody holds. */
const NOBODY = 0;

const ENDING = '.json';

/** @param serverFolder the server's part of the data directory */
export function decisionJournal(serverFolder: string): DecisionJournal {
  const folder = join(serverFolder, 'decisions');
  const pathOf = (id: string) => join(folder, `${id}${ENDING}`);
  const keep = (made: Decision) => writeJson(pathOf(made.id), made);
  return {
    keep,
    release: (made) => keep({ ...made, pid: NOBODY }),
    remove: (id) => rm(pathOf(id), { force: true }),
    async adopt() {
      const names = await readdir(folder).catch(() => []);
      const left: Decision[] = [];
      for (const name of names.filter((one) => one.endsWith(ENDING))) {
        // One that another process has removed meanwhile is not there.
        const found = await readJson(join(folder, name), decision);
        if (found === undefined || isAlive(found.pid)) continue;
        const adopted = { ...found, pid: process.pid };
        await keep(adopted);
        left.push(adopted);
      }
      return left.sort((one, other) => one.madeAt.localeCompare(other.madeAt));
    },
  };
}

function isAlive(pid: number): boolean {
  if (pid === NOBODY) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
