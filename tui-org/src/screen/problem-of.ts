import { ClientError } from '@cairn/tui-kit';
import { explainError } from '../cli/explain-error.js';

/** Help for whoever sits at a shell: on the screen there is no command to run again, and its keys are in the footer. */
const FOR_THE_SHELL = /cairn-org |run the (?:same )?command again|--[a-z]/u;

/**
 * What went wrong, what was expected and what to do, as one text for the screen, without help that speaks of the command
 * line. It is cleaned where it is shown.
 */
export function problemOf(error: unknown): string {
  const known = explainError(error);
  if (!(known instanceof ClientError)) return known instanceof Error ? known.message : String(known);
  const { message, expected, help } = known;
  const todo = help === undefined || FOR_THE_SHELL.test(help) ? undefined : help;
  const parts = [message, expected === undefined ? undefined : `Expected: ${expected}`, todo];
  return parts
    .filter((part) => part !== undefined)
    .map(asSentence)
    .join(' ');
}

function asSentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}

/** What a rule says of a value that it refuses, for the check of a form's field. */
export function problemIn(rule: (value: string) => unknown): (value: string) => string | undefined {
  return (value) => {
    try {
      rule(value);
      return undefined;
    } catch (error) {
      return problemOf(error);
    }
  };
}
