import { kept } from '../kept.js';
import type { Sampler } from '../sampler.js';
import { freeMemory } from './free-memory.js';
import { idleSeconds } from './idle-seconds.js';
import { memoryOfChildren } from './memory-of.js';
import { otherCpus } from './other-cpus.js';
import { power } from './power.js';
import { runningPrograms } from './running-programs.js';
import { temperature } from './temperature.js';

/** Where the system shows what it knows. */
export interface LinuxPlaces {
  readonly proc: string;
  readonly sys: string;
  readonly dev: string;
}

/** What changes slowly, or takes long to read, is read only once in so many seconds. */
const SLOW = 2;

/** Reads what the kernel shows as files. */
export function linuxSampler(places: LinuxPlaces, env: NodeJS.ProcessEnv): Sampler {
  const { proc, sys, dev } = places;
  const cpus = otherCpus(proc);
  const idle = idleSeconds(dev, env);
  const slow = kept(SLOW, async (programs: readonly string[]) => {
    const [supply, degrees, running] = await Promise.all([
      power(sys),
      temperature(sys),
      runningPrograms(proc, programs),
    ]);
    return { ...supply, temperature: degrees, running };
  });
  return {
    async measure(programs) {
      const [others, memory, seconds, rest] = await Promise.all([
        cpus(),
        freeMemory(proc),
        idle(),
        slow(programs),
      ]);
      const ownMemory = memoryOfChildren(process.pid, proc);
      const { value, ageSeconds } = rest ?? {};
      const measured = { otherCpus: others, freeMemory: memory, ownMemory, idleSeconds: seconds };
      return { ...measured, ...value, supplyAge: ageSeconds };
    },
  };
}
