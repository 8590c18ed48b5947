import { choiceOption, UsageError } from '@cairn/tui-kit';
import { type Command, Option } from 'commander';
import { exportBundle } from '../bundle/export-bundle.js';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import type { Workplace } from '../cli/workplace.js';
import { findProgram } from '../programs/find-program.js';
import { addReducerFlags, REDUCER_HELP, type ReducerFlags, reduceByFlags } from '../reducer/reducer-flags.js';
import { requireResults } from '../results/require-results.js';
import { EXPORT_FORMATS, type ExportFormat, writeExport } from './write-export.js';

interface ExportOptions extends ReducerFlags {
  readonly format?: ExportFormat;
  readonly output?: string;
  readonly bundle?: string;
  /** Commander's form of --without-proofs. */
  readonly withoutProofs?: boolean;
}

const EXAMPLES = `
Examples:
  cairn-org export "HP folding" --format csv --output folds.csv
  cairn-org export "HP folding" --format ndjson --output folds.ndjson
  cairn-org export "HP folding" --format json --output folds.json --reducer best.mjs
  cairn-org export "HP folding" --bundle folds.bundle.tar
  cairn-org export "HP folding" --bundle folds.bundle.tar --without-proofs

Every row names its proof by SHA-256. A file is whole or not there. JSON also holds what all rows come to.
What a reducer made is shown as your script's word: in JSON under "reducer", in NDJSON as the last line, in CSV in a last
record under own_reducer_not_proven.

A bundle is a tar file with results, executable, inputs, proofs and a manifest that is signed with your key (\`cairn-org key\`).
\`cairn-org audit\` verifies it anywhere, without a server. Proofs that were not verified here yet are verified first. Without
proofs it is small, holds their hashes and the server's receipts, and nobody can verify it.
${REDUCER_HELP}`;

/** `export`: results in a file. */
export function addExport(cli: Command, open: OpenWorkplace): void {
  const command = cli
    .command('export')
    .description('write the outputs of confirmed proofs into a file, or a bundle that others can audit')
    .argument('<program>', 'id or name of your program')
    .addOption(choiceOption('--format <format>', 'how to write them', EXPORT_FORMATS))
    .option('--output <file>', 'with --format: the file to write')
    .addOption(new Option('--bundle <file>', 'write a signed bundle instead').conflicts(['format', 'output']))
    .option('--without-proofs', 'with --bundle: leave the proofs out');
  addReducerFlags(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, options: ExportOptions, command: Command) => {
      const { format, output, bundle, withoutProofs = false } = options;
      if (bundle !== undefined) {
        const place = await open(command);
        const program = await findProgram(place.server, name);
        await exportBundle(place, program, bundle, { withProofs: !withoutProofs, reducer: options });
      } else if (format !== undefined && output !== undefined && !withoutProofs) {
        await exportRows(await open(command), name, format, output, options);
      } else {
        throw new UsageError('it is not said what to write, or where', {
          expected: `--format ${EXPORT_FORMATS.join(', ')} and --output FILE; or --bundle FILE`,
        });
      }
    });
}

async function exportRows(
  place: Workplace,
  name: string,
  format: ExportFormat,
  output: string,
  flags: ReducerFlags,
): Promise<void> {
  const set = await requireResults(place, name);
  const reduction = await reduceByFlags(place, set, flags);
  await writeExport(output, format, set, { reduction, signal: place.signal });
  place.out.record({ file: output, format, rows: set.rows.length, reducer: reduction ?? null });
  place.say(`Wrote ${set.rows.length} rows to ${output}.`);
}
