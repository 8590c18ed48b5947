import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readJson, writeJson } from '../storage/json-file.js';
import { safeFileName } from '../storage/safe-file-name.js';
import { type Decision, decision } from './decision.js';

/** Decisions of one account that the server has not heard of, whatever happens to this process. */
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

/**
 * @param serverFolder the server's part of the data directory
 * @param account id of the organization whose decisions they are
 */
export function decisionJournal(serverFolder: string, account: string): DecisionJournal {
  const folder = join(allDecisions(serverFolder), safeFileName(account));
  const pathOf = (id: string) => join(folder, `${id}${ENDING}`);
  const keep = (made: Decision) => writeJson(pathOf(made.id), made);
  return {
    keep,
    release: (made) => keep({ ...made, pid: NOBODY }),
    remove: (id) => rm(pathOf(id), { force: true }),
    async adopt() {
      const left: Decision[] = [];
      for (const { made } of await leftIn(folder)) {
        const adopted = { ...made, pid: process.pid };
        await keep(adopted);
        left.push(adopted);
      }
      return left.sort((one, other) => one.madeAt.localeCompare(other.madeAt));
    },
  };
}

/** The folder of the decisions of all accounts. */
export function allDecisions(serverFolder: string): string {
  return join(serverFolder, 'decisions');
}

/** A decision that no living process holds, and its file. */
export interface LeftDecision {
  readonly path: string;
  readonly made: Decision;
}

/** What processes left in a folder that are no more. */
export async function leftIn(folder: string): Promise<LeftDecision[]> {
  const names = await readdir(folder).catch(() => []);
  const left: LeftDecision[] = [];
  for (const name of names.filter((one) => one.endsWith(ENDING))) {
    const path = join(folder, name);
    // One that another process has removed meanwhile is not there.
    const made = await readJson(path, decision);
    if (made !== undefined && !isAlive(made.pid)) left.push({ path, made });
  }
  return left;
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
