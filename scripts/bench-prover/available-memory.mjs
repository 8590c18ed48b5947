import { readFile } from 'node:fs/promises';
import { freemem } from 'node:os';

/** Bytes that a program may take now without driving others out: on Linux more than what is free. */
export async function availableMemory() {
  const text = await readFile('/proc/meminfo', 'utf8').catch(() => '');
  const kib = /^MemAvailable:\s+(\d+) kB$/m.exec(text)?.[1];
  return kib === undefined ? freemem() : Number(kib) * 1024;
}
