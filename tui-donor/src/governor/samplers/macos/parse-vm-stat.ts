/** Kinds of pages that programs can get. */
const AVAILABLE = ['free', 'inactive', 'speculative', 'purgeable'];

/**
 * @param text what `vm_stat` prints
 * @returns bytes that programs can still get
 */
export function parseVmStat(text: string): number | undefined {
  const pageSize = /page size of (\d+) bytes/u.exec(text)?.[1];
  if (pageSize === undefined) return undefined;
  const pages = AVAILABLE.map((kind) =>
    Number(new RegExp(`^Pages ${kind}:\\s+(\\d+)\\.`, 'mu').exec(text)?.[1] ?? 0),
  );
  return pages.reduce((sum, count) => sum + count, 0) * Number(pageSize);
}
