/** How charts are drawn: in braille, which is finer, or in blocks, which every font has. */
export type ChartStyle = 'braille' | 'blocks';

/** `CAIRN_CHARTS`, else blocks on the text console of Linux, whose font has no braille. */
export function chartStyleOf(env: NodeJS.ProcessEnv): ChartStyle {
  const wanted = env.CAIRN_CHARTS;
  if (wanted === 'braille' || wanted === 'blocks') return wanted;
  return env.TERM === 'linux' ? 'blocks' : 'braille';
}
