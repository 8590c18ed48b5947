import { readFile } from 'node:fs/promises';
import { combine } from '../combine.js';
import { enumerateFolds } from '../enumerate-folds.js';
import type { FoldResult } from '../fold-result.js';
import { parseGroupName } from '../group-name.js';
import { parseResult } from '../result-row.js';
import { type Command, required } from './command.js';
import { describeSummary } from './describe-summary.js';
import { drawOptions } from './draw-options.js';

export const checkCommand: Command = {
  options: { results: 'FILE' },
  flags: ['ascii'],
  summary:
    'Checks the results of all input groups (JSON rows) by brute force and OEIS A001411, and draws the best.',
  async run(values, terminal) {
    const results = await readResults(required(values, 'results'));
    const summary = combine(results);
    const wrong = results.flatMap(differences);
    terminal.stdout.write(describeSummary(summary, drawOptions(values, terminal)));
    for (const line of wrong) terminal.stderr.write(`${line}\n`);
    return summary.agrees && wrong.length === 0 ? 0 : 1;
  },
};

/** @throws RangeError when the file is no list of results */
async function readResults(file: string): Promise<FoldResult[]> {
  const text = await readFile(file, 'utf8');
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch (cause) {
    throw new RangeError(`${file} is not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  if (!Array.isArray(rows))
    throw new RangeError(`${file} holds no list, expected [{"name": …, "energy": …}, …].`);
  return rows.map(parseResult);
}

/** What brute force says otherwise. */
function differences({ name, energy, best, walks }: FoldResult): string[] {
  const { sequence, prefix } = parseGroupName(name);
  const right = enumerateFolds(sequence, prefix);
  if (right.energy === energy && right.best === best && right.walks === walks) return [];
  return [
    `${name}: energy ${energy}, ${best} best, ${walks} walks; ` +
      `by brute force energy ${right.energy}, ${right.best} best, ${right.walks} walks.`,
  ];
}
