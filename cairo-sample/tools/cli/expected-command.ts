import { demoPlan } from '../demo-plan.js';
import { expectedResults } from '../expected-results.js';
import type { Command } from './command.js';

export const expectedCommand: Command = {
  options: {},
  summary: 'Prints what must come out of the demo, by brute force: the content of expected.json.',
  async run(_values, { stdout }) {
    const { groups, ...total } = expectedResults(demoPlan.sequence, demoPlan.prefixLength);
    const head = JSON.stringify(total, undefined, 2).replace(/\n\}$/u, '');
    const rows = groups.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
    stdout.write(`${head},\n  "groups": [\n${rows}\n  ]\n}\n`);
    return 0;
  },
};
