import { relative } from 'node:path';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { newProgram } from './new-program.js';

const EXAMPLES = `
Examples:
  cairn-org new folding_search
  cairn-org new ~/programs/folding_search

The package compiles, runs and can be proven as it is. Each line that you would change has a comment CHANGE above it.`;

/** `new`: begins a program. */
export function addNew(cli: Command, open: OpenWorkplace): void {
  cli
    .command('new')
    .description('begin a program: a package that compiles, runs and can be proven at once')
    .argument('<name>', 'name of the package, or a path that ends with it')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, _options: object, command: Command) => {
      const { out, say } = await open(command);
      const folder = await newProgram(path);
      out.record({ folder });
      const here = relative(process.cwd(), folder) || '.';
      const shown = here.startsWith('..') ? folder : here;
      say(`Made ${folder}. Change it where it says CHANGE: grep -rn CHANGE ${shown}`);
      say(
        `Next: cairn-org publish ${shown} --name NAME --lease 10m --dry-run-input ${shown}/inputs/first.csv`,
      );
    });
}
