import { readdirSync, readFileSync } from 'node:fs';

/**
 * The processes that a process has started and that are still there.
 * @param proc where the system shows its processes
 * @throws Error where the system does not tell, or the process is no more
 */
export function childrenOf(pid: number, proc = '/proc'): number[] {
  const tasks = `${proc}/${pid}/task`;
  const lists = readdirSync(tasks).map((task) => readFileSync(`${tasks}/${task}/children`, 'latin1'));
  return lists.flatMap((list) => list.split(' ').filter((text) => text !== '')).map(Number);
}
