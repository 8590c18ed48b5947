import { SettingProblem } from '@cairn/tui-kit';

/** How "no limit" is written. */
export const NONE = 'none';

/**
 * Lets a limit be `none` as well.
 * @returns a reader that gives null for it
 */
export function noneOr<T>(read: (found: unknown) => T): (found: unknown) => T | null {
  return (found) => {
    if (String(found).trim().toLowerCase() === NONE) return null;
    try {
      return read(found);
    } catch (problem) {
      if (!(problem instanceof SettingProblem)) throw problem;
      throw new SettingProblem(`${problem.expected}, or ${NONE}`, problem.help);
    }
  };
}
