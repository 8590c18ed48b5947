/** How many colours the terminal shows. */
export type ColorDepth = 'none' | '16' | '256' | 'truecolor';

/** Reads it from the environment, as terminals tell it: NO_COLOR, TERM, COLORTERM. */
export function colorDepthOf(env: NodeJS.ProcessEnv): ColorDepth {
  const term = env.TERM ?? '';
  if ((env.NO_COLOR ?? '') !== '' || term === 'dumb') return 'none';
  if (/^(?:truecolor|24bit)$/u.test(env.COLORTERM ?? '')) return 'truecolor';
  return term.includes('256') ? '256' : '16';
}
