import { readdirSync, readFileSync } from 'node:fs';

/**
 * A process, and when it began: ids are given again.
 * @typedef {{ pid: number, began: string, line: string }} Process
 */

/**
 * A process that is there, and no zombie.
 * @param {number} pid
 * @returns {Process | undefined}
 */
export function processOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ').trim();
    return { pid, began: fields[19] ?? '', line };
  } catch {
    return undefined;
  }
}

/**
 * All that a process has started, and that they have started.
 * @param {number} pid
 * @returns {Process[]}
 */
export function descendantsOf(pid) {
  return childrenOf(pid).flatMap((child) => {
    const found = processOf(child);
    return [...(found === undefined ? [] : [found]), ...descendantsOf(child)];
  });
}

/** @param {number} pid */
function childrenOf(pid) {
  try {
    const tasks = `/proc/${pid}/task`;
    const lists = readdirSync(tasks).map((task) => readFileSync(`${tasks}/${task}/children`, 'latin1'));
    return lists.flatMap((list) => list.split(' ').filter((text) => text !== '')).map(Number);
  } catch {
    return [];
  }
}

/**
 * Those that carry a variable in their environment, whoever started them.
 * @param {string} variable `NAME=value`
 * @returns {Process[]}
 */
export function processesWith(variable) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  return pids.flatMap((name) => {
    try {
      const variables = readFileSync(`/proc/${name}/environ`, 'latin1').split('\0');
      const found = variables.includes(variable) ? processOf(Number(name)) : undefined;
      return found === undefined ? [] : [found];
    } catch {
      return [];
    }
  });
}

/**
 * Whether the very same process is still there.
 * @param {Process} before
 */
export function isStillThere({ pid, began }) {
  return processOf(pid)?.began === began;
}
