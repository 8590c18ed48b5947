import { askProgram } from '../../../system/ask-program.js';
import { kept } from '../kept.js';
import type { Sampler } from '../sampler.js';
import { parseIdleTime } from './parse-ioreg.js';
import { parseBattery, parseThrottled } from './parse-pmset.js';
import { cpusOfOthers, memoryOfDescendants, parsePs } from './parse-ps.js';
import { parseVmStat } from './parse-vm-stat.js';

/** Each question is a process: what may wait is asked only once in so many seconds. */
const EVERY = { processes: 1, memory: 2, input: 5, power: 5 } as const;

/** Asks the programs that come with macOS. */
export function macosSampler(): Sampler {
  const processes = kept(EVERY.processes, async () =>
    parsed(await ask('ps', '-A', '-o', 'pid=,ppid=,%cpu=,rss=,comm='), parsePs),
  );
  const memory = kept(EVERY.memory, async () => parsed(await ask('vm_stat'), parseVmStat));
  const input = kept(EVERY.input, async () =>
    parsed(await ask('ioreg', '-c', 'IOHIDSystem', '-d', '4'), parseIdleTime),
  );
  const power = kept(EVERY.power, async () => ({
    ...parsed(await ask('pmset', '-g', 'batt'), parseBattery),
    throttled: parsed(await ask('pmset', '-g', 'therm'), parseThrottled),
  }));
  return {
    async measure(programs) {
      const [seen, freeMemory, idleSeconds, supply] = await Promise.all([
        processes(),
        memory(),
        input(),
        power(),
      ]);
      const found = seen?.value;
      const otherCpus = found === undefined ? undefined : cpusOfOthers(found, process.pid);
      const ownMemory = found === undefined ? undefined : memoryOfDescendants(found, process.pid);
      const names = new Set(found?.map(({ name }) => name));
      const running = programs.filter((name) => names.has(name.toLowerCase()));
      const measured = { otherCpus, freeMemory: freeMemory?.value, ownMemory, running };
      return {
        ...measured,
        idleSeconds: idleSeconds?.value,
        ...supply?.value,
        supplyAge: supply?.ageSeconds,
      };
    },
  };
}

function ask(file: string, ...args: string[]): Promise<string | undefined> {
  return askProgram(file, args);
}

function parsed<T>(text: string | undefined, parse: (text: string) => T): T | undefined {
  return text === undefined ? undefined : parse(text);
}
