import { type InputCommitment, inputCommitment } from '../answers/input-commitment.js';
import type { RunOptions } from '../options.js';
import { ask } from '../run/ask.js';
import { flags } from '../run/flags.js';

/**
 * The commitment to an input group's CSV file.
 * @throws ProverError `CSV_INVALID` (with `details.line` and `details.column`); any `ProverFailure`.
 */
export function commitInput(input: string, options: RunOptions = {}): Promise<InputCommitment> {
  return ask('commit', flags({ input }), { 0: inputCommitment }, options);
}
