import type { Field } from '@cairn/tui-kit/screen';

const MOST_MINUTES = 24 * 60;

/** @returns the minutes, or undefined for what is no such number */
export function checkMinutes(text: string): number | undefined {
  const minutes = /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : 0;
  return minutes > 0 && minutes <= MOST_MINUTES ? minutes : undefined;
}

/** Asks for how long to stand still. */
export const SNOOZE_FIELD: Field = {
  name: 'minutes',
  label: 'Minutes',
  initial: '30',
  help: 'The prover stands still for so long, and then goes on by itself. Meanwhile the reservation is renewed for as long as the server lets it be.',
  check: (text) =>
    checkMinutes(text) === undefined
      ? `write minutes, from more than 0 to ${MOST_MINUTES}, such as 30`
      : undefined,
};
