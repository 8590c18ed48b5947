/** Stones of the pile from the top row down, for a pile that is as high as the room is. */
const STONE = '▆▆▆';
const WIDTH = STONE.length;

/**
 * A pile to which each stone adds: rows from below, each one stone shorter than the one under it, until the lowest row is
 * made longer.
 * @returns lines of equal width from the top down; none without stones
 */
export function drawCairn(stones: number, mostRows: number, mostWidth: number): string[] {
  const longest = Math.max(1, Math.floor(mostWidth / (WIDTH + 1)));
  const base = baseOf(stones, longest);
  const rows: number[] = [];
  let left = stones;
  for (let row = base; left > 0 && row > 0 && rows.length < mostRows; row -= 1) {
    const placed = Math.min(row, left);
    rows.push(placed);
    left -= placed;
  }
  const width = base * WIDTH + (base - 1);
  return rows
    .toReversed()
    .map((count) => centred(Array.from({ length: count }, () => STONE).join(' '), width));
}

/** The shortest lowest row of a pile that holds so many stones. */
function baseOf(stones: number, longest: number): number {
  let base = 1;
  while (base < longest && (base * (base + 1)) / 2 < stones) base += 1;
  return base;
}

function centred(text: string, width: number): string {
  const before = Math.floor((width - text.length) / 2);
  return `${' '.repeat(before)}${text}`.padEnd(width);
}
