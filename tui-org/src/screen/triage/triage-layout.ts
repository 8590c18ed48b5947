/** Where the parts of the page stand: beside each other, one below the other, or the list alone. */
export interface TriageLayout {
  readonly list: { readonly width: number; readonly height: number };
  /** Undefined where there is no room: the evidence is opened by a key then. */
  readonly evidence: { readonly width: number; readonly height: number } | undefined;
  readonly isBeside: boolean;
}

const BESIDE_FROM = 120;
const BELOW_FROM = 20;

/** Divides the room for the page; a line of it tells what is under way. */
export function layoutTriage(width: number, height: number): TriageLayout {
  const rest = height - 1;
  if (width >= BESIDE_FROM) {
    const evidence = { width: Math.floor(width * 0.45), height: rest };
    return { list: { width: width - evidence.width, height: rest }, evidence, isBeside: true };
  }
  if (height < BELOW_FROM) return { list: { width, height: rest }, evidence: undefined, isBeside: false };
  const below = Math.floor(rest / 2);
  return { list: { width, height: rest - below }, evidence: { width, height: below }, isBeside: false };
}
