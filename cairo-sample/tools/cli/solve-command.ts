import { combine } from '../combine.js';
import { bruteForceResults } from '../expected-results.js';
import { type Command, required } from './command.js';
import { describeSummary } from './describe-summary.js';
import { drawOptions } from './draw-options.js';

export const solveCommand: Command = {
  options: { sequence: 'HPPH…' },
  flags: ['ascii'],
  summary: 'Finds the best folds by brute force, without the Cairo program: up to about 18 beads.',
  async run(values, terminal) {
    const summary = combine(bruteForceResults(required(values, 'sequence'), 1));
    terminal.stdout.write(describeSummary(summary, drawOptions(values, terminal)));
    return 0;
  },
};
