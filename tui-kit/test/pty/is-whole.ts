/** Whether what is shown reaches from the first line to the last. */
export function isWhole(lines: readonly string[]): boolean {
  const [first = ''] = lines;
  return first.endsWith('● connected') && / {2}\? keys {2}q quit$/u.test(lines.at(-1) ?? '');
}

/** The sizes at which every page is looked at: a usual one last, the smallest in between. */
export const SIZES = [
  [200, 60],
  [60, 16],
  [80, 24],
] as const;
