import type { Piece } from './piece-store.js';

/** Those of the pieces that follow each other from byte 0; what lies behind a gap, or inside another piece, is left out. */
export function inSequence(pieces: Iterable<Piece>): Piece[] {
  const byOffset = new Map(Array.from(pieces, (piece) => [piece.offset, piece]));
  const sequence: Piece[] = [];
  for (let next = byOffset.get(0); next !== undefined && next.size > 0; ) {
    sequence.push(next);
    next = byOffset.get(next.offset + next.size);
  }
  return sequence;
}

/** The bytes of pieces that follow each other. */
export function sizeOf(sequence: readonly Piece[]): number {
  const last = sequence.at(-1);
  return last === undefined ? 0 : last.offset + last.size;
}
