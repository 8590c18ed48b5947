import { linuxSampler } from './linux/linux-sampler.js';
import { macosSampler } from './macos/macos-sampler.js';
import type { Sampler } from './sampler.js';

/** The sampler of this system; on one that nobody taught it measures nothing, and only clock and wishes pause the work. */
export function samplerFor(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Sampler {
  if (platform === 'linux') return linuxSampler({ proc: '/proc', sys: '/sys', dev: '/dev' }, env);
  if (platform === 'darwin') return macosSampler();
  return { measure: async () => ({}) };
}
