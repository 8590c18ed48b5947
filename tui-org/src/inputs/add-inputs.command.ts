import { formatNumberOf } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import type { Workplace } from '../cli/workplace.js';
import { findProgram } from '../programs/find-program.js';
import { addInputs } from './add-inputs.js';
import type { KeptInput } from './kept-inputs.js';
import type { UploadPlan } from './plan-upload.js';
import { prepareInputs } from './prepare-inputs.js';

const EXAMPLES = `
Examples:
  cairn-org add-inputs "HP folding" inputs/
  cairn-org add-inputs "HP folding" "runs/*.csv"
  cairn-org add-inputs 0192b3c4-… first.csv second.csv

Each file becomes one input group, named for the file without .csv. All files are read here first, so an error names
line and column before anything is sent. Groups that are there already with the same values are skipped: after a
failure the same command goes on where it stopped.
Values are decimal, negative, 0x hex or short strings in single quotes; rows are joined; # begins a comment.`;

/** `add-inputs`: checks CSV files here, keeps them, and adds them to a program as input groups. */
export function addAddInputs(cli: Command, open: OpenWorkplace): void {
  cli
    .command('add-inputs')
    .description('add input groups to a program, one for each CSV file')
    .argument('<program>', 'id or name of your program')
    .argument('<paths...>', 'CSV files, folders of them, or patterns such as "runs/*.csv"')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, paths: string[], _options: object, command: Command) => {
      const place = await open(command);
      const program = await findProgram(place.server, name);
      const plan = await prepareInputs(place, program.id, paths);
      show(place, program.name, await addInputs(place, program.id, plan), plan);
    });
}

function show(
  { out, say }: Workplace,
  program: string,
  added: readonly KeptInput[],
  { present }: UploadPlan,
): void {
  for (const { id, name, inputCommitment, values, sha256 } of added) {
    out.record({ id, name, added: true, values, inputCommitment, sha256 });
  }
  for (const { file, group } of present) {
    out.record({
      id: group.id,
      name: file.name,
      added: false,
      values: file.values,
      inputCommitment: file.inputCommitment,
    });
  }
  const skipped = present.length > 0 ? `; there already with the same values: ${present.length}` : '';
  say(`Added ${formatNumberOf(added.length, 'input group')} to ${program}${skipped}.`);
}
