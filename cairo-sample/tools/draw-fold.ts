import type { Cell } from './lattice.js';
import type { Move } from './moves.js';
import { scoreFold } from './score-fold.js';

export interface DrawOptions {
  /** Colours by ANSI escape sequences; false if not given. No meaning is in the colours alone. */
  readonly color?: boolean;
  /** Round beads and lines; letters and ASCII lines if false. True if not given. */
  readonly unicode?: boolean;
}

type Part = 'H' | 'P' | 'bond' | 'contact';

const UNICODE = {
  H: '●',
  P: '○',
  firstH: '◉',
  firstP: '◎',
  across: '───',
  up: '│',
  nearAcross: '┄┄┄',
  nearUp: '┊',
};
const ASCII = {
  H: 'H',
  P: 'P',
  firstH: 'h',
  firstP: 'p',
  across: '---',
  up: '|',
  nearAcross: '...',
  nearUp: ':',
};

const COLORS: Readonly<Record<Part, number>> = { H: 33, P: 36, bond: 37, contact: 32 };

/** Columns and rows from one cell to the next: about the same distance on a screen. */
const WIDTH = 4;
const HEIGHT = 2;

/**
 * Draws a fold for the terminal: H beads are filled, P beads are rings, solid lines are the chain, dotted lines are
 * the contacts that lower the energy. The first bead has a dot in a ring (a small letter in ASCII).
 * @returns lines joined by line feeds, without one at the end
 * @throws RangeError when the moves are no fold of the sequence
 */
export function drawFold(sequence: string, moves: readonly Move[], options: DrawOptions = {}): string {
  const { cells, contacts } = scoreFold(sequence, moves);
  const glyphs = (options.unicode ?? true) ? UNICODE : ASCII;
  const canvas = new Canvas(cells, options.color ?? false);
  for (const [bead, cell] of cells.entries()) {
    const kind = sequence[bead] === 'H' ? 'H' : 'P';
    canvas.put(cell, cell, bead === 0 ? glyphs[`first${kind}`] : glyphs[kind], kind);
    const next = cells[bead + 1];
    if (next !== undefined) canvas.put(cell, next, cell.y === next.y ? glyphs.across : glyphs.up, 'bond');
  }
  for (const [first, second] of contacts) {
    const [a, b] = [cells[first], cells[second]];
    if (a && b) canvas.put(a, b, a.y === b.y ? glyphs.nearAcross : glyphs.nearUp, 'contact');
  }
  return canvas.text();
}

/** Says what the marks of `drawFold` mean, in one line. */
export function drawLegend(options: DrawOptions = {}): string {
  const { H, P, firstH, firstP, nearAcross, nearUp } = (options.unicode ?? true) ? UNICODE : ASCII;
  return `${H} H   ${P} P   ${firstH} ${firstP} first bead   ${nearAcross} ${nearUp} contact`;
}

/** Rows of marks; north is up. */
class Canvas {
  private readonly rows: string[][];
  private readonly west: number;
  private readonly north: number;

  constructor(
    cells: readonly Cell[],
    private readonly color: boolean,
  ) {
    const xs = cells.map(({ x }) => x);
    const ys = cells.map(({ y }) => y);
    this.west = Math.min(...xs);
    this.north = Math.max(...ys);
    const width = (Math.max(...xs) - this.west) * WIDTH + 1;
    const height = (this.north - Math.min(...ys)) * HEIGHT + 1;
    this.rows = Array.from({ length: height }, () => Array<string>(width).fill(' '));
  }

  /** Puts a mark halfway between two cells. */
  put(from: Cell, to: Cell, mark: string, part: Part): void {
    const middle = ((from.x + to.x) / 2 - this.west) * WIDTH;
    const row = this.rows[(this.north - (from.y + to.y) / 2) * HEIGHT];
    const painted = this.color ? `\u001b[${COLORS[part]}m${mark}\u001b[39m` : mark;
    row?.splice(
      middle - (mark.length - 1) / 2,
      mark.length,
      painted,
      ...Array<string>(mark.length - 1).fill(''),
    );
  }

  text(): string {
    return this.rows.map((row) => row.join('').trimEnd()).join('\n');
  }
}
