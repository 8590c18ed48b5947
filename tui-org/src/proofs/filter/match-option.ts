import { UsageError } from '@cairn/tui-kit';
import { FILTER_HELP, parseFilter } from './parse-filter.js';
import { NO_FILTER, type ProofFilter } from './proof-filter.js';

/** The option by which commands take a filter. */
export const MATCH_OPTION = '--match <filter>';

/** What a filter is made of, for the help of commands. */
export const MATCH_HELP = `
A filter is what the inbox of the full screen takes after "/", all of which has to be so:
${FILTER_HELP.map(([form, meaning]) => `  ${form.padEnd(22)}${meaning}`).join('\n')}`;

/**
 * Reads the filter of a command.
 * @throws UsageError that names what cannot be used
 */
export function readMatch(text: string | undefined): ProofFilter {
  if (text === undefined) return NO_FILTER;
  const { filter, problem } = parseFilter(text);
  if (problem === undefined) return filter;
  throw new UsageError(`--match has ${problem}`, {
    expected: FILTER_HELP.map(([form]) => form).join(', '),
    help: 'put what has spaces in double quotes: --match \'program:"HP folding"\'',
  });
}
