import { UsageError } from '../errors/usage-error.js';
import { SETTING_SOURCES, type Setting, type SettingOrigin } from './setting-source.js';

/** A value as it was found, before anybody looked at it. */
export interface Candidate extends SettingOrigin {
  readonly value: unknown;
}

/**
 * Takes the strongest candidate that has a value and reads it.
 * @param read turns what was found into the value, or throws a {@link SettingProblem}
 * @throws UsageError that names the field, what was found and what was expected
 */
export function resolveSetting<T>(
  candidates: readonly Candidate[],
  read: (found: unknown) => T,
): Setting<T> | undefined {
  const present = candidates
    .filter(({ value }) => value !== undefined && value !== '')
    .toSorted((a, b) => SETTING_SOURCES.indexOf(a.source) - SETTING_SOURCES.indexOf(b.source));
  const [winner, ...rest] = present;
  if (winner === undefined) return undefined;
  try {
    return {
      value: read(winner.value),
      origin: { source: winner.source, name: winner.name },
      overridden: rest.map(({ source, name, value }) => ({ source, name, value: String(value) })),
    };
  } catch (problem) {
    if (!(problem instanceof SettingProblem)) throw problem;
    throw new UsageError(`${winner.name} is ${JSON.stringify(winner.value)}`, {
      expected: problem.expected,
      ...(problem.help === undefined ? {} : { help: problem.help }),
    });
  }
}

/** Thrown by the reader of a setting: what it expected. The field and what was found are added around it. */
export class SettingProblem extends Error {
  override readonly name = 'SettingProblem';

  constructor(
    readonly expected: string,
    readonly help?: string,
  ) {
    super(expected);
  }
}
