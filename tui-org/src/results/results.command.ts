import { jsonLine, NothingToDoError, UsageError } from '@cairn/tui-kit';
import { type Command, Option } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import type { Workplace } from '../cli/workplace.js';
import { findProgram } from '../programs/find-program.js';
import { writeWhole } from '../storage/write-whole.js';
import { collectResults } from './collect-results.js';
import { pickTop, type Top } from './pick-top.js';
import type { ResultRow } from './result-row.js';
import type { ResultSet } from './result-set.js';
import { resultsCsv } from './results-csv.js';
import { resultsJson } from './results-json.js';
import { resultsTable } from './results-table.js';

type Format = 'table' | 'json' | 'csv';

interface ResultsOptions {
  readonly format?: Format;
  readonly output?: string;
  readonly top?: string;
  readonly lowest?: boolean;
  readonly limit: string;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  cairn-org results "HP folding"
  cairn-org results "HP folding" --top energy --lowest --limit 3
  cairn-org results "HP folding" --format csv --output folds.csv

Outputs are read by the names that the program declares, from what was verified on this machine. What was not is
marked as the server's word. Each row names its proof by SHA-256; the proofs are kept in the data directory.`;

/** `results`: decoded outputs of confirmed proofs, and what they come to. */
export function addResults(cli: Command, open: OpenWorkplace): void {
  cli
    .command('results')
    .description('show and aggregate the outputs of confirmed proofs')
    .argument('<program>', 'id or name of your program')
    .addOption(new Option('--format <format>', 'how to write them').choices(['table', 'json', 'csv']))
    .option('--output <file>', 'write to this file instead of the screen')
    .option('--top <output>', 'only the rows with the greatest values of this output')
    .option('--lowest', 'with --top: the least values instead')
    .option('--limit <count>', 'with --top: how many rows', '10')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, _options: object, command: Command) => {
      const options = command.optsWithGlobals<ResultsOptions>();
      const place = await open(command);
      const set = await collectResults(place, await findProgram(place.server, name));
      if (set.rows.length === 0) {
        throw new NothingToDoError(
          'no proof of this program is confirmed yet',
          'verify and confirm some first',
        );
      }
      await write(place, set, options);
    });
}

async function write(place: Workplace, set: ResultSet, options: ResultsOptions): Promise<void> {
  const shown =
    options.top === undefined ? set.rows : pickTop(set.columns, set.rows, readTop(options.top, options));
  const format = formatOf(options);
  if (options.output !== undefined) {
    await writeWhole(options.output, render(format, set, shown), 0o644);
    place.out.record({ file: options.output, format, rows: shown.length });
    place.say(`Wrote ${shown.length} rows to ${options.output}.`);
  } else if (options.json) {
    place.out.record(resultsJson(set, shown));
  } else {
    place.out.text(render(format, set, shown).trimEnd());
  }
}

function formatOf({ format, json, output }: ResultsOptions): Format {
  if (format === undefined) return json ? 'json' : 'table';
  if (!json || format === 'json' || output !== undefined) return format;
  throw new UsageError(`both --json and --format ${format} were given`, {
    help: 'give one of them, or name a file with --output',
  });
}

function render(format: Format, set: ResultSet, shown: readonly ResultRow[]): string {
  if (format === 'csv') return resultsCsv(set, shown);
  return `${format === 'json' ? jsonLine(resultsJson(set, shown)) : resultsTable(set, shown)}\n`;
}

function readTop(name: string, { limit, lowest = false }: ResultsOptions): Top {
  const count = /^\d{1,9}$/u.test(limit) ? Number(limit) : 0;
  if (count > 0) return { name, limit: count, lowest };
  throw new UsageError(`--limit is ${JSON.stringify(limit)}`, { expected: 'a whole number, 1 or more' });
}
