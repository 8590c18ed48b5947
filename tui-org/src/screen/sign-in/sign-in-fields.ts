import { DESCRIPTION_RULE, USERNAME_RULE, validateName, validateText } from '@cairn/shared-schema';
import type { Field } from '@cairn/tui-kit/screen';
import { problemIn } from '../problem-of.js';

/** What was answered before, for a form that is asked again. Passwords are typed again. */
export type Answers = Readonly<Record<string, string>>;

const LEAST_PASSWORD = 8;

/** The questions to somebody who has an account. */
export function logInFields(before: Answers): readonly Field[] {
  return [
    {
      name: 'username',
      label: 'Username',
      initial: before.username ?? '',
      help: 'The name that was registered; case does not count.',
      check: (value) => (value === '' ? 'type the name that was registered' : undefined),
    },
    {
      name: 'password',
      label: 'Password',
      initial: '',
      secret: true,
      check: (value) => (value === '' ? 'type the password' : undefined),
    },
  ];
}

/** The questions to somebody who makes an account. */
export function registerFields(before: Answers): readonly Field[] {
  return [
    {
      name: 'username',
      label: 'Username',
      initial: before.username ?? '',
      help: 'For logging in. Nobody else sees it.',
      check: problemIn((value) => validateText(value, 'the username', USERNAME_RULE)),
    },
    {
      name: 'name',
      label: 'Organization',
      initial: before.name ?? '',
      help: "The organization's public name, which donors see.",
      check: problemIn((value) => validateName(value, 'the name')),
    },
    {
      name: 'description',
      label: 'Description',
      initial: before.description ?? '',
      help: 'What it computes, for donors. It may be left empty.',
      check: problemIn((value) => validateText(value, 'the description', DESCRIPTION_RULE)),
    },
    ...newPasswordFields(),
  ];
}

/** A new password, twice. */
export function newPasswordFields(): readonly Field[] {
  return [
    {
      name: 'password',
      label: 'Password',
      initial: '',
      secret: true,
      help: `At least ${LEAST_PASSWORD} characters.`,
      check: (value) =>
        [...value].length < LEAST_PASSWORD ? `type at least ${LEAST_PASSWORD} characters` : undefined,
    },
    { name: 'again', label: 'Once more', initial: '', secret: true, help: 'The same password.' },
  ];
}

/** @returns what is wrong with two passwords that were typed */
export function differing({ password, again }: Answers): string | undefined {
  return password === again ? undefined : 'the two passwords differ: type both again';
}
