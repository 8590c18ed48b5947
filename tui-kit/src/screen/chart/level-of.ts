/** How far a value reaches, in whole dots; whatever is there at all is seen. */
export function levelOf(value: number, max: number, dots: number): number {
  if (!(value > 0) || max <= 0) return 0;
  return Math.min(dots, Math.max(1, Math.round((value / max) * dots)));
}
