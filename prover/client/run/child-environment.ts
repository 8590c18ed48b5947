const passed = new Set([
  'PATH',
  'HOME',
  'TMPDIR',
  'LANG',
  'LC_ALL',
  'XDG_CACHE_HOME',
  'RUST_BACKTRACE',
  'RUST_LOG',
  'RAYON_NUM_THREADS',
]);

/** What a prover needs to know of its environment. It runs strangers' programs: no secret of ours belongs there. */
export function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const entries = Object.entries(env);
  return Object.fromEntries(entries.filter(([name]) => passed.has(name) || name.startsWith('CAIRN_PROVER_')));
}
