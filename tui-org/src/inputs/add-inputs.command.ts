import { formatNumberOf } from '@cairn/tui-kit';
import { type Command, Option } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { findProgram } from '../programs/find-program.js';
import { withWorkFolder } from '../storage/work-folder.js';
import { addInputs } from './add-inputs.js';
import { type CutOptions, readCut } from './cut/read-cut.js';
import { filesOf } from './plan-upload.js';
import { prepareInputs } from './prepare-inputs.js';
import { showAdded, showPlan, warnOfTwins } from './show-adding.js';

interface AddOptions extends CutOptions {
  readonly dryRun?: boolean;
}

const EXAMPLES = `
Examples:
  cairn-org add-inputs "HP folding" inputs/
  cairn-org add-inputs "HP folding" "runs/*.csv" --dry-run
  cairn-org add-inputs 0192b3c4-… first.csv second.csv
  cairn-org add-inputs "HP folding" runs.csv --cut-rows 1000
  cairn-org add-inputs "HP folding" runs.csv --cut-by 2
  cairn-org add-inputs "HP folding" runs.csv --cut-by city --header --drop-column

Each file becomes one input group, named for the file without .csv. All files are read here first, so an error names
line and column before anything is sent. Groups that are there already with the same values are skipped: after a
failure the same command goes on where it stopped.
Values are decimal, negative, 0x hex or short strings in single quotes; rows are joined; # begins a comment.

One file can be cut into many groups, however large it is:
  --cut-rows N   groups of N rows, named for the first of them: runs-000000001, runs-000001001, …
  --cut-by C     all rows with one value of the column C are a group, wherever they stand, named for the value: runs-7.
                 7, 007 and 0x7 are one value. The column stays in the rows unless --drop-column leaves it out, which
                 it has to where its values are words without quotes, dates or the like.`;

/** `add-inputs`: checks CSV files here, keeps them, and adds them to a program as input groups. */
export function addAddInputs(cli: Command, open: OpenWorkplace): void {
  cli
    .command('add-inputs')
    .description('add input groups to a program, one for each CSV file, or many that one file is cut into')
    .argument('<program>', 'id or name of your program')
    .argument('<paths...>', 'CSV files, folders of them, or patterns such as "runs/*.csv"')
    .addOption(new Option('--cut-rows <rows>', 'cut one file into groups of so many rows').conflicts('cutBy'))
    .option('--cut-by <column>', 'cut one file by the values of a column: its number, from 1, or its name')
    .option('--header', 'the first row of the file that is cut names the columns, and is in no group')
    .option('--drop-column', 'leave the column that it is cut by out of the groups')
    .option('--dry-run', 'read and check everything, tell what would be added, and send nothing')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, paths: string[], options: AddOptions, command: Command) => {
      const cut = readCut(options);
      const place = await open(command);
      const program = await findProgram(place.server, name);
      await withWorkFolder(place.folder, async (folder) => {
        const plan = await prepareInputs(place, program.id, { paths, cut }, { folder });
        if (cut !== undefined)
          place.remark(`Cut into ${formatNumberOf(filesOf(plan).length, 'input group')}.`);
        warnOfTwins(place, plan);
        if (options.dryRun) showPlan(place, program.name, plan);
        else showAdded(place, program.name, await addInputs(place, program.id, plan), plan);
      });
    });
}
