import { basename } from 'node:path';

/** A process as `ps` tells of it. */
export interface SeenProcess {
  readonly pid: number;
  readonly parent: number;
  /** CPUs that it used lately. */
  readonly cpus: number;
  /** Bytes of memory that it has. */
  readonly memory: number;
  readonly name: string;
}

/** @param text what `ps -A -o pid=,ppid=,%cpu=,rss=,comm=` prints */
export function parsePs(text: string): SeenProcess[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+([\d.,]+)\s+(\d+)\s+(.+)$/u.exec(line);
    if (match === null) return [];
    const [, pid, parent, percent = '', kibibytes, path = ''] = match;
    const cpus = Number(percent.replace(',', '.')) / 100;
    const memory = Number(kibibytes) * 1024;
    const name = basename(path.trim()).toLowerCase();
    return [{ pid: Number(pid), parent: Number(parent), cpus, memory, name }];
  });
}

/** @returns the CPUs that all but one process and its descendants use */
export function cpusOfOthers(processes: readonly SeenProcess[], own: number): number {
  const ours = familyOf(processes, own);
  return processes.filter(({ pid }) => !ours.has(pid)).reduce((sum, { cpus }) => sum + cpus, 0);
}

/** @returns bytes of memory that the descendants of a process have */
export function memoryOfDescendants(processes: readonly SeenProcess[], own: number): number {
  const ours = familyOf(processes, own);
  return processes
    .filter(({ pid }) => pid !== own && ours.has(pid))
    .reduce((sum, { memory }) => sum + memory, 0);
}

/** A process and its descendants. */
function familyOf(processes: readonly SeenProcess[], own: number): ReadonlySet<number> {
  const ours = new Set([own]);
  for (let before = 0; before < ours.size; ) {
    before = ours.size;
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid);
  }
  return ours;
}
