import { UsageError } from '@cairn/tui-kit';
import { type Command, Option } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { addReducerFlags, type ReducerFlags, reduceByFlags } from '../reducer/reducer-flags.js';
import { requireResults } from '../results/results.command.js';
import { EXPORT_FORMATS, type ExportFormat, writeExport } from './write-export.js';

interface ExportOptions extends ReducerFlags {
  readonly format?: ExportFormat;
  readonly output?: string;
}

const EXAMPLES = `
Examples:
  cairn-org export "HP folding" --format csv --output folds.csv
  cairn-org export "HP folding" --format ndjson --output folds.ndjson
  cairn-org export "HP folding" --format json --output folds.json --reducer best.mjs

Every row names its proof by SHA-256. A file is whole or not there. JSON also holds what all rows come to.
What a reducer made is shown as your script's word: in JSON under "reducer", in NDJSON as the last line, in CSV in a last
record under own_reducer_not_proven.`;

/** `export`: results in a file. */
export function addExport(cli: Command, open: OpenWorkplace): void {
  const command = cli
    .command('export')
    .description('write the outputs of confirmed proofs into a file')
    .argument('<program>', 'id or name of your program')
    .addOption(new Option('--format <format>', 'how to write them').choices(EXPORT_FORMATS))
    .option('--output <file>', 'with --format: the file to write');
  addReducerFlags(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, options: ExportOptions, command: Command) => {
      const { format, output } = options;
      if (format === undefined || output === undefined) {
        throw new UsageError('it is not said what to write, or where', {
          expected: `--format ${EXPORT_FORMATS.join(', ')} and --output FILE`,
        });
      }
      const place = await open(command);
      const set = await requireResults(place, name);
      const reduction = await reduceByFlags(place, set, options);
      await writeExport(output, format, set, reduction);
      place.out.record({ file: output, format, rows: set.rows.length, reducer: reduction ?? null });
      place.say(`Wrote ${set.rows.length} rows to ${output}.`);
    });
}
