import { basename } from 'node:path';
import { namesIn, readText } from './read-text.js';

/**
 * @param wanted names of programs, as `ps` and a shell know them
 * @returns those of them that run now
 */
export async function runningPrograms(proc: string, wanted: readonly string[]): Promise<string[]> {
  if (wanted.length === 0) return [];
  const pids = (await namesIn(proc)).filter((name) => /^\d+$/u.test(name) && name !== String(process.pid));
  const names = new Set((await Promise.all(pids.map((pid) => namesOf(proc, pid)))).flat());
  return wanted.filter((name) => names.has(name.toLowerCase()));
}

/** The kernel cuts a name after 15 characters; the command line has it whole. */
async function namesOf(proc: string, pid: string): Promise<string[]> {
  const [name = '', line = ''] = await Promise.all([
    readText(`${proc}/${pid}/comm`),
    readText(`${proc}/${pid}/cmdline`),
  ]);
  return [name, basename(line.split('\0')[0] ?? '')].map((found) => found.toLowerCase());
}
