/** Levels of the colour cube of 256-colour terminals; colours 16 to 231 are 6 × 6 × 6 of them. */
const CUBE = [0, 95, 135, 175, 215, 255];
const FIRST_OF_CUBE = 16;

/** The SGR parameters for a text colour such as `#8b93a1`: as it is, or the nearest of the 256. */
export function sgrOfHex(hex: string, depth: '256' | 'truecolor'): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  if (depth === 'truecolor') return `38;2;${parts.join(';')}`;
  const place = parts.reduce((sum, part) => sum * CUBE.length + nearestLevel(part), 0);
  return `38;5;${FIRST_OF_CUBE + place}`;
}

function nearestLevel(part: number): number {
  const distances = CUBE.map((level) => Math.abs(level - part));
  return distances.indexOf(Math.min(...distances));
}
