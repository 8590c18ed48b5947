import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { readAmount } from '../cli/read-amount.js';
import type { Workplace } from '../cli/workplace.js';
import { addReducerFlags, REDUCER_HELP, type ReducerFlags, reduceByFlags } from '../reducer/reducer-flags.js';
import { reductionText } from '../reducer/reduction-text.js';
import { DEFAULT_BINS, histogram, MOST_BINS } from './histogram.js';
import { histogramTable } from './histogram-table.js';
import { orderableOutput } from './orderable-output.js';
import { DEFAULT_ROWS, MOST_ROWS, pickTop } from './pick-top.js';
import { requireResults } from './require-results.js';
import type { ResultSet } from './result-set.js';
import { histogramJson, resultsSummary, rowJson } from './results-json.js';
import { resultsTable } from './results-table.js';

interface ResultsOptions extends ReducerFlags {
  readonly top?: string;
  readonly lowest?: boolean;
  readonly limit: string;
  readonly histogram?: string;
  readonly bins: string;
}

const EXAMPLES = `
Examples:
  cairn-org results "HP folding"
  cairn-org results "HP folding" --top energy --lowest --limit 3
  cairn-org results "HP folding" --histogram energy --bins 5
  cairn-org results "HP folding" --json | jq .aggregates

Outputs are read by the names that the program declares, from what was verified on this machine. What was not is
marked as the server's word. Each row names its proof by SHA-256; the proofs are kept in the data directory.
\`cairn-org export\` writes them into a file.
${REDUCER_HELP}`;

/** `results`: decoded outputs of confirmed proofs, and what they come to. */
export function addResults(cli: Command, open: OpenWorkplace): void {
  const command = cli
    .command('results')
    .description('show and aggregate the outputs of confirmed proofs')
    .argument('<program>', 'id or name of your program')
    .option('--top <output>', 'only the rows with the greatest values of this output')
    .option('--lowest', 'with --top: the least values instead')
    .option('--limit <count>', 'with --top: how many rows', `${DEFAULT_ROWS}`)
    .option('--histogram <output>', 'also how the values of this output are spread')
    .option('--bins <count>', 'with --histogram: into how many ranges', `${DEFAULT_BINS}`);
  addReducerFlags(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, options: ResultsOptions, command: Command) => {
      const place = await open(command);
      await show(place, await requireResults(place, name), options);
    });
}

async function show(place: Workplace, set: ResultSet, options: ResultsOptions): Promise<void> {
  const { columns, rows } = set;
  const { top: name, lowest = false, limit } = options;
  const shown =
    name === undefined
      ? rows
      : pickTop(columns, rows, { name, lowest, limit: readAmount(limit, '--limit', MOST_ROWS) });
  const spread =
    options.histogram === undefined
      ? undefined
      : histogram(
          columns,
          rows,
          orderableOutput(columns, options.histogram, '--histogram'),
          readAmount(options.bins, '--bins', MOST_BINS),
        );
  const reduction = await reduceByFlags(place, set, options);
  const summary = {
    ...resultsSummary(set),
    ...(spread && { histogram: histogramJson(spread) }),
    reducer: reduction ?? null,
  };
  place.out.record({ ...summary, rows: shown.map((row) => rowJson(columns, row)) });
  const parts = [resultsTable(set, shown)];
  if (spread) parts.push(histogramTable(spread));
  if (reduction) parts.push(reductionText(reduction));
  place.out.text(parts.join('\n\n'));
}
