import { Option } from 'commander';
import { UsageError } from '../errors/usage-error.js';

/**
 * An option whose values are a closed set, written without regard to case. Its help, what shells complete and what is taken
 * come from this one list; the action is given the values as they stand in it.
 * @param flags such as `--state <state>`, or `--scope <scopes...>` for one or many
 * @throws UsageError, when it is used, that names the choices
 */
export function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  const option = new Option(flags, description).choices(choices.map((choice) => choice.toLowerCase()));
  return option.argParser((text: string, previous: unknown) => {
    const value = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
    if (value === undefined) {
      const expected = choices.join(', ').toLowerCase();
      throw new UsageError(`${option.long} is ${JSON.stringify(text)}`, { expected });
    }
    if (!option.variadic) return value;
    return Array.isArray(previous) && previous !== option.defaultValue ? [...previous, value] : [value];
  });
}
