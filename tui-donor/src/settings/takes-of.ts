import { SettingProblem, UsageError } from '@cairn/tui-kit';
import type { SettingDefinition } from './setting-definition.js';

/** What no setting takes. */
const NONSENSE = '\u0000';

/** What a setting takes, with its range, in the words in which its own reader refuses everything else. */
export function takesOf({ read }: Pick<SettingDefinition<unknown>, 'read'>): string {
  try {
    read(NONSENSE);
  } catch (problem) {
    if (problem instanceof SettingProblem) return problem.expected;
    if (problem instanceof UsageError && problem.expected !== undefined) return problem.expected;
    throw problem;
  }
  return 'any text';
}
