import { type Move, parseMoves } from './moves.js';
import { parseSequence } from './sequence.js';

/** What an input group's name tells. */
export interface GroupName {
  readonly sequence: string;
  readonly prefix: readonly Move[];
}

/** Names an input group by its chain and its prefix: `HPHPPH-EN`. */
export function groupName(sequence: string, prefix: readonly Move[]): string {
  return `${sequence}-${prefix.join('')}`;
}

/** Reads a name that `groupName` made. @throws RangeError for any other. */
export function parseGroupName(name: string): GroupName {
  const parts = /^([HP]+)-([ENWS]+)$/u.exec(name);
  if (parts?.[1] === undefined || parts[2] === undefined) {
    throw new RangeError(
      `Input group ${JSON.stringify(name)} found, expected a chain and moves, like HPHPPH-EN.`,
    );
  }
  return { sequence: parseSequence(parts[1]), prefix: parseMoves(parts[2]) };
}
