/** How every prover is started. */
export const spawnOptions = {
  buffer: false,
  reject: false,
  extendEnv: false,
  // A group of its own, so that a child of the prover is stopped, continued and ended with it.
  killDescendants: true,
  forceKillAfterDelay: 2000,
} as const;
