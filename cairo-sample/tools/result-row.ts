import type { FoldResult } from './fold-result.js';
import { moveNumber, moveOfNumber } from './moves.js';

/** A result in a form for JSON: the program's outputs under the names that `Scarb.toml` gives them. */
export interface ResultRow {
  readonly name: string;
  readonly energy: number;
  readonly best: number;
  readonly walks: number;
  readonly moves: readonly number[];
}

/** Writes a result as a row. */
export function formatResult({ name, energy, best, walks, moves }: FoldResult): ResultRow {
  return { name, energy, best: Number(best), walks: Number(walks), moves: moves.map(moveNumber) };
}

/**
 * Reads a result: a row of JSON, or a name together with decoded outputs. Integers may be numbers, bigints or
 * decimal text. Further fields are ignored.
 * @throws RangeError that names the field, what was found and what was expected
 */
export function parseResult(row: unknown): FoldResult {
  const name = field(row, 'name');
  if (typeof name !== 'string') throw wrong('name', name, 'the name of an input group');
  const moves = field(row, 'moves');
  if (!Array.isArray(moves)) throw wrong('moves', moves, 'a list of moves, each 0, 1, 2 or 3');
  return {
    name,
    energy: Number(integer(row, 'energy')),
    best: count(row, 'best'),
    walks: count(row, 'walks'),
    moves: moves.map((move: unknown, index) => moveOfNumber(toInteger(`moves[${index}]`, move))),
  };
}

function field(row: unknown, key: string): unknown {
  if (typeof row !== 'object' || row === null)
    throw wrong('a result', row, 'an object with name and outputs');
  return Object.entries(row).find(([name]) => name === key)?.[1];
}

function count(row: unknown, key: string): bigint {
  const value = integer(row, key);
  if (value < 0n) throw wrong(key, value, 'a whole number, 0 or more');
  return value;
}

function integer(row: unknown, key: string): bigint {
  return toInteger(key, field(row, key));
}

function toInteger(key: string, value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (Number.isSafeInteger(value)) return BigInt(Number(value));
  if (typeof value === 'string' && /^-?[0-9]{1,20}$/u.test(value)) return BigInt(value);
  throw wrong(key, value, 'a whole number');
}

function wrong(key: string, found: unknown, expected: string): RangeError {
  const shown = typeof found === 'bigint' ? `${found}` : (JSON.stringify(found) ?? 'nothing');
  return new RangeError(`${key} is ${shown.slice(0, 80)}, expected ${expected}.`);
}
