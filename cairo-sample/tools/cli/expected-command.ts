import { demoPlan } from '../demo-plan.js';
import { expectedResults } from '../expected-results.js';
import type { Command } from './command.js';

export const expectedCommand: Command = {
  options: {},
  summary: 'Prints what must come out of the demo, by brute force: the content of expected.json.',
  async run(_values, { stdout }) {
    const expected = expectedResults(demoPlan.sequence, demoPlan.prefixLength);
    stdout.write(`${JSON.stringify(expected, undefined, 2)}\n`);
    return 0;
  },
};
