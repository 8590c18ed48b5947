import { ServerLimitsDocument } from '@cairn/shared-schema/org';
import { formatNumberOf } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import type { Workplace } from '../cli/workplace.js';
import { findProgram } from '../programs/find-program.js';
import { checkFiles } from './check-files.js';
import { collectFiles } from './collect-files.js';
import type { KeptInput } from './kept-inputs.js';
import { listGroups } from './list-groups.js';
import { planUpload, type UploadPlan } from './plan-upload.js';
import { keepFiles, uploadBatches } from './upload-batches.js';

const EXAMPLES = `
Examples:
  cairn-org add-inputs "HP folding" inputs/
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
    .argument('<paths...>', 'CSV files, or folders of them')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, paths: string[], _options: object, command: Command) => {
      const place = await open(command);
      const { server, width, signal } = place;
      const program = await findProgram(server, name);
      const limits = (await server.call((api) => api.request(ServerLimitsDocument, {}))).serverInfo;
      const { maxInputBytes, maxInputArchiveBytes } = limits;
      const files = await checkFiles(await collectFiles(paths), { maxBytes: maxInputBytes, width, signal });
      const plan = planUpload(files, await listGroups(server, program.id), maxInputArchiveBytes);
      await adoptPresent(place, program.id, plan);
      const added = await uploadBatches(place, program.id, plan);
      show(place, program.name, added, plan);
    });
}

/** Groups that are there with the same values are kept here too: they may have been added from another machine. */
async function adoptPresent(place: Workplace, programId: string, { present }: UploadPlan): Promise<void> {
  const known = await place.inputs.ofProgram(programId);
  const unknown = present.filter(({ group }) => !known.has(group.id));
  const hashes = await keepFiles(
    place,
    unknown.map(({ file }) => file),
  );
  const records = unknown.map(({ file, group }): KeptInput => {
    const { name, inputCommitment, values } = file;
    return { id: group.id, name, sha256: hashes.get(file) ?? '', inputCommitment, values };
  });
  await place.inputs.keep(programId, records);
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
