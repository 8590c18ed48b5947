import { readdir, readFile } from 'node:fs/promises';

/** Names a test's folder to every prover of its donors: the prover's own variables are passed on to it, and by it. */
export const MARK = 'CAIRN_PROVER_OF_TEST';

/** The command lines of the provers, stopped ones too, that donors with a mark have started. */
export async function proversOf(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const lines = await Promise.all(pids.map((pid) => proverLine(pid, `${MARK}=${folder}`)));
  return lines.filter((line) => line !== undefined);
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
