import { SettingProblem } from '@cairn/tui-kit';
import { formatTarget, isSameTarget, parseTarget, TARGET_FORM, type Target } from '../../selection/target.js';
import { NONE } from './read-none-or.js';

/** So many stand in a list at most: they are asked for one after the other, each time that work is looked for. */
export const MOST_TARGETS = 50;

/** Reads programs and organizations, with commas between them; what stands there twice counts where it stands first. */
export function readTargets(found: unknown): readonly Target[] {
  const text = String(found).trim();
  if (text.toLowerCase() === NONE) return [];
  const targets = text.split(',').map(parseTarget);
  const known = targets.filter((target) => target !== undefined);
  if (known.length < targets.length || known.length > MOST_TARGETS)
    throw new SettingProblem(
      `${TARGET_FORM}, with commas between them: at most ${MOST_TARGETS}; or ${NONE}`,
      '`cairn-donor browse` shows organizations, and `cairn-donor browse ORGANIZATION` its programs, with their ids',
    );
  return known.filter((target, at) => known.findIndex((other) => isSameTarget(other, target)) === at);
}

/** As `readTargets` reads them. */
export function formatTargets(targets: readonly Target[]): string {
  return targets.length === 0 ? NONE : targets.map(formatTarget).join(',');
}
