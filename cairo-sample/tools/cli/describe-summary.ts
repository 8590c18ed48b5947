import type { FoldSummary } from '../combine.js';
import { type DrawOptions, drawFold, drawLegend } from '../draw-fold.js';

/** The answer in lines for people: drawing, energy, folds, and the check of the walks. */
export function describeSummary(summary: FoldSummary, options: DrawOptions): string {
  const { sequence, moves, energy, folds, shapes, walks, missing } = summary;
  const drawing = moves.length === 0 ? [] : [drawFold(sequence, moves, options), '', drawLegend(options), ''];
  return [
    ...drawing,
    `chain         ${sequence}`,
    `lowest energy ${energy}`,
    `best folds    ${folds} (${shapes} up to turning and mirroring), one is ${moves.join('')}`,
    `walks         ${walks}, ${knownWalks(summary)}`,
    ...(missing.length === 0 ? [] : [`missing       ${missing.length}: ${missing.join(' ')}`]),
    '',
  ].join('\n');
}

function knownWalks({ knownWalks, agrees, missing }: FoldSummary): string {
  if (knownWalks === undefined) return 'too long a chain for the table of OEIS A001411';
  if (missing.length > 0) return `of the ${knownWalks} of OEIS A001411`;
  return agrees ? 'as OEIS A001411 has it' : `but OEIS A001411 has ${knownWalks}`;
}
