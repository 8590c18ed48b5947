import { MOVES, type Move } from './moves.js';
import { parseSequence } from './sequence.js';

/** What a search over walks found. */
export interface FoldCount {
  /** The lowest energy; 0 when there is no walk. */
  readonly energy: number;
  /** How many walks have it. */
  readonly best: bigint;
  /** How many walks were looked at. */
  readonly walks: bigint;
  /** One walk of the lowest energy; empty when there is none. */
  readonly moves: readonly Move[];
}

/**
 * Looks at every walk of the chain that begins with the prefix, one by one on a grid: the check of what the Cairo
 * program says, which goes about it in another way. About a second for two million walks; no symmetry is used.
 * @throws RangeError for a bad sequence
 */
export function enumerateFolds(sequence: string, prefix: readonly Move[] = []): FoldCount {
  return new GridSearch(parseSequence(sequence), prefix).run();
}

const EMPTY = 0;
const POLAR = 1;
const STICKY = 2;

/** A grid that no walk of the chain can leave, with the beads that lie on it at the moment. */
class GridSearch {
  private readonly kinds: readonly number[];
  private readonly steps: Readonly<Record<Move, number>>;
  private readonly grid: Uint8Array;
  private readonly origin: number;
  private readonly path: Move[] = [];
  private walks = 0;
  private best = 0;
  private contacts = -1;
  private moves: readonly Move[] = [];

  constructor(
    beads: string,
    private readonly prefix: readonly Move[],
  ) {
    const side = 2 * beads.length + 1;
    this.kinds = Array.from(beads, (bead) => (bead === 'H' ? STICKY : POLAR));
    this.steps = { E: 1, N: side, W: -1, S: -side };
    this.grid = new Uint8Array(side * side);
    this.origin = beads.length * (side + 1);
  }

  run(): FoldCount {
    this.place(this.origin, 0, 0);
    const { walks, best, moves } = this;
    return { energy: walks === 0 ? 0 : 0 - this.contacts, best: BigInt(best), walks: BigInt(walks), moves };
  }

  /** Lays a bead into an empty cell, then all that can follow, and takes it up again. */
  private place(cell: number, bead: number, before: number): void {
    const contacts = before + this.contactsOf(cell, bead);
    this.grid[cell] = this.kinds[bead] ?? EMPTY;
    if (bead === this.kinds.length - 1) this.count(contacts);
    else for (const move of this.movesFrom(bead)) this.step(move, cell, bead, contacts);
    this.grid[cell] = EMPTY;
  }

  private step(move: Move, cell: number, bead: number, contacts: number): void {
    const next = cell + this.steps[move];
    if (this.grid[next] !== EMPTY) return;
    this.path.push(move);
    this.place(next, bead + 1, contacts);
    this.path.pop();
  }

  private movesFrom(bead: number): readonly Move[] {
    const fixed = this.prefix[bead];
    return fixed === undefined ? MOVES : [fixed];
  }

  /** The H beads beside a cell where an H bead comes to lie, without the one before it in the chain. */
  private contactsOf(cell: number, bead: number): number {
    if (this.kinds[bead] !== STICKY) return 0;
    const beside = Object.values(this.steps).filter((step) => this.grid[cell + step] === STICKY).length;
    return beside - (this.kinds[bead - 1] === STICKY ? 1 : 0);
  }

  private count(contacts: number): void {
    this.walks += 1;
    if (contacts === this.contacts) this.best += 1;
    if (contacts <= this.contacts) return;
    this.contacts = contacts;
    this.best = 1;
    this.moves = [...this.path];
  }
}
