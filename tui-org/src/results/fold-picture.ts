import { combine, drawFold, drawLegend, parseResult } from '@cairn/sample';
import { formatOutputType, sanitizeForTerminal } from '@cairn/shared-schema';
import { formatNumberOf } from '@cairn/tui-kit';
import type { ResultSet } from './result-set.js';

/** The outputs that the example program declares. */
const FOLD_OUTPUTS = 'energy: i64, best: u64, walks: u64, moves: Array<u8>';

/**
 * For the example program: the best fold, drawn, and what all groups together say. `undefined` for any other program,
 * and for results that do not belong to one search.
 */
export function foldPicture({ columns, rows }: ResultSet): string | undefined {
  const declared = columns.map(({ name, type }) => `${name}: ${formatOutputType(type)}`).join(', ');
  const readable = rows.filter(({ problem }) => problem === undefined);
  if (declared !== FOLD_OUTPUTS || readable.length === 0) return undefined;
  try {
    const found = readable.map(({ inputGroup, values }) =>
      parseResult({
        name: inputGroup.name,
        ...Object.fromEntries(columns.map(({ name }, index) => [name, values[index]])),
      }),
    );
    return picture(combine(found));
  } catch (error) {
    if (error instanceof RangeError) return `No fold to draw: ${sanitizeForTerminal(error.message)}`;
    throw error;
  }
}

function picture(summary: ReturnType<typeof combine>): string {
  const { sequence, energy, folds, shapes, moves, walks, knownWalks, missing, agrees } = summary;
  const drawing = moves.length > 0 ? [drawFold(sequence, moves), '', drawLegend()] : ['There is no fold.'];
  const known = agrees
    ? 'as OEIS A001411 says'
    : `OEIS A001411 says ${knownWalks ?? 'nothing of this length'}`;
  const lines = [
    `${sequence}: lowest energy ${energy}, reached by ${folds} ${folds === 1n ? 'fold' : 'folds'} (${shapes} ${shapes === 1n ? 'shape' : 'shapes'}); ${walks} walks, ${known}.`,
  ];
  if (missing.length > 0)
    lines.push(`Without a confirmed result yet: ${formatNumberOf(missing.length, 'input group')}.`);
  return [...drawing, '', ...lines].join('\n');
}
