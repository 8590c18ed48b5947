import { SettingProblem, UsageError } from '@cairn/tui-kit';
import type { SettingDefinition } from './setting-definition.js';

type Readable = Pick<SettingDefinition<unknown>, 'key' | 'read'>;

/**
 * Looks at what somebody wants to give.
 * @throws UsageError that names the setting, what was found and what it takes
 */
export function checkValue({ key, read }: Readable, value: string): void {
  try {
    read(value);
  } catch (problem) {
    if (!(problem instanceof SettingProblem)) throw problem;
    const { expected, help } = problem;
    throw new UsageError(`${key} is ${JSON.stringify(value)}`, {
      expected,
      ...(help === undefined ? {} : { help }),
    });
  }
}

/** The same of what is to be saved: nothing at all is no value, also where a reader would take it. */
export function checkSavable({ key, read }: Readable, value: string): void {
  const readWhole = (found: unknown): void => {
    if (value.trim() === '')
      throw new SettingProblem('a value', 'to forget a setting: cairn-donor config unset KEY');
    read(found);
  };
  checkValue({ key, read: readWhole }, value);
}
