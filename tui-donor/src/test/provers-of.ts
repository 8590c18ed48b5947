import { readdir, readFile } from 'node:fs/promises';

/** Names a test's folder to every prover of its donors: the prover's own variables are passed on to it, and by it. */
export const MARK = 'CAIRN_PROVER_OF_TEST';

/** The command lines of the provers, stopped ones too, that donors with a mark have started. */
export async function proversOf(folder: string): Promise<string[]> {
  return (await found(folder)).map(({ line }) => line);
}

/** The process ids of the same. */
export async function proverPidsOf(folder: string): Promise<number[]> {
  return (await found(folder)).map(({ pid }) => Number(pid));
}

/** Whether these provers, of which there is at least one, are all stopped. */
export async function areStopped(folder: string): Promise<boolean> {
  const pids = await proverPidsOf(folder);
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return stats.length > 0 && stats.every((stat) => stat.slice(stat.lastIndexOf(')') + 2).startsWith('T'));
}

async function found(folder: string): Promise<{ pid: string; line: string }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const lines = await Promise.all(pids.map((pid) => proverLine(pid, `${MARK}=${folder}`)));
  return pids.flatMap((pid, at) => (lines[at] === undefined ? [] : [{ pid, line: lines[at] }]));
}

/** What cannot be read has ended, or is another user's. */
async function proverLine(pid: string, mark: string): Promise<string | undefined> {
  const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
  const variables = (await read('environ')).split('\0');
  const words = (await read('cmdline')).split('\0');
  // The donor itself has the mark too.
  const isDonor = words.some((word) => word.endsWith('/bin.js'));
  return variables.includes(mark) && !isDonor ? words.join(' ') : undefined;
}
