import { validateName } from '@cairn/shared-schema';
import type { Scope, WebhookEvent } from '@cairn/shared-schema/org';
import type { Field } from '@cairn/tui-kit/screen';
import { readDays, SCOPES } from '../../tokens/api-tokens.js';
import { EVENTS } from '../../webhooks/webhooks.js';
import { problemIn } from '../problem-of.js';
import { type Answers, newPasswordFields } from '../sign-in/sign-in-fields.js';

const YES_NO = ['no', 'yes'] as const;

function yesNo(name: string, initial: string): Field {
  return { name, label: name, initial, choices: YES_NO, help: 'The arrows change it.' };
}

/** The questions before a token is made. */
export const TOKEN_FIELDS: readonly Field[] = [
  {
    name: 'name',
    label: 'Name',
    initial: '',
    help: 'What it is for.',
    check: problemIn((value) => validateName(value, 'the name')),
  },
  {
    name: 'days',
    label: 'Days',
    initial: '90',
    help: 'In how many days it ends: 1 to 366.',
    check: problemIn((value) => readDays(value, 'the number of days')),
  },
  ...Object.keys(SCOPES).map((name) => yesNo(name, 'no')),
];

/** What a token was chosen to be allowed. */
export function scopesOf(answers: Answers): Scope[] {
  return Object.entries(SCOPES).flatMap(([name, scope]) => (answers[name] === 'yes' ? [scope] : []));
}

/** The questions before a webhook is added. */
export const WEBHOOK_FIELDS: readonly Field[] = [
  {
    name: 'url',
    label: 'Address',
    initial: 'https://',
    help: 'An https URL that the server can reach.',
    check: (value) => (/^https:\/\/./u.test(value) ? undefined : 'type an address that begins with https://'),
  },
  ...Object.keys(EVENTS).map((name) => yesNo(name, 'yes')),
];

/** What a webhook was chosen to be told of. */
export function eventsOf(answers: Answers): WebhookEvent[] {
  return Object.entries(EVENTS).flatMap(([name, event]) => (answers[name] === 'yes' ? [event] : []));
}

const CURRENT: Field = {
  name: 'current',
  label: 'Password',
  initial: '',
  secret: true,
  help: 'The password so far: being signed in alone does not suffice.',
  check: (value) => (value === '' ? 'type the password' : undefined),
};

/** The question before something that being signed in does not suffice for. */
export const PASSWORD_FIELDS: readonly Field[] = [CURRENT];

/** The questions before the password is another one. */
export const CHANGE_PASSWORD_FIELDS: readonly Field[] = [CURRENT, ...newPasswordFields()];
