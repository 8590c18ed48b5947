import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setInterval } from 'node:timers/promises';

/** A worker has this much before it has read its script, in MiB. */
const OWN_MIB = 128;
const LOOKS_MS = 100;

/**
 * Aborts when a worker holds more than so much beside what it needs itself: the limit of JavaScript's heap counts no buffers.
 * Only Linux tells how much a process holds; elsewhere the heap's limit is the only one.
 * @param mib resident memory of the script, in MiB
 */
export function memoryLimit({ pid }: ChildProcess, mib: number): { signal: AbortSignal } & Disposable {
  const exceeded = new AbortController();
  const over = new AbortController();
  void look(pid, mib + OWN_MIB, { exceeded, signal: over.signal }).catch(() => {});
  return { signal: exceeded.signal, [Symbol.dispose]: () => over.abort() };
}

async function look(
  pid: number | undefined,
  most: number,
  { exceeded, signal }: { exceeded: AbortController; signal: AbortSignal },
): Promise<void> {
  for await (const _ of setInterval(LOOKS_MS, undefined, { signal })) {
    const [, kib] = /^VmRSS:\s+(\d+) kB$/mu.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
    if (Number(kib) > most * 1024) exceeded.abort();
  }
}
