import { readText } from './read-text.js';

/** @returns bytes that programs can still get, as the kernel reckons */
export async function freeMemory(proc: string): Promise<number | undefined> {
  const match = /^MemAvailable:\s+(\d+) kB$/mu.exec((await readText(`${proc}/meminfo`)) ?? '');
  return match === null ? undefined : Number(match[1]) * 1024;
}
