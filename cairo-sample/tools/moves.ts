/** A step to a neighbouring cell of the square lattice; east is to the right, north is up. */
export type Move = 'E' | 'N' | 'W' | 'S';

/** All moves, by the number that the Cairo program has for them: quarter turns to the left, from east. */
export const MOVES: readonly Move[] = ['E', 'N', 'W', 'S'];

/** The number of a move: 0 east, 1 north, 2 west, 3 south. */
export function moveNumber(move: Move): number {
  return MOVES.indexOf(move);
}

/** @throws RangeError for anything but 0, 1, 2 and 3. */
export function moveOfNumber(number: number | bigint): Move {
  const move = MOVES[Number(number)];
  if (move === undefined) throw new RangeError(`Move ${number} found, expected 0, 1, 2 or 3.`);
  return move;
}

/** Reads moves written as letters, like `ENNW`. @throws RangeError that names the letter and its place. */
export function parseMoves(text: string): Move[] {
  return Array.from(text, (letter, index) => {
    const move = MOVES.find((one) => one === letter);
    if (move === undefined) {
      throw new RangeError(`Move ${index + 1} is ${JSON.stringify(letter)}, expected E, N, W or S.`);
    }
    return move;
  });
}
