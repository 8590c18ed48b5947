import { invalidField } from '../errors/domain-error.js';
import { forbiddenCharacter } from './forbidden-characters.js';

/** Bounds of a text that is shown to others, in Unicode characters. */
export interface TextRule {
  readonly min: number;
  readonly max: number;
  /** Most characters of the form in which it is compared ({@link nameKey}): one sign may stand for eighteen letters. */
  readonly maxKey?: number;
}

/** Names of organizations, programs and input groups. */
export const NAME_RULE: TextRule = { min: 1, max: 100, maxKey: 200 };
/** User names. */
export const USERNAME_RULE: TextRule = { min: 1, max: 100, maxKey: 200 };
/** Descriptions of organizations and programs. */
export const DESCRIPTION_RULE: TextRule = { min: 0, max: 2000 };
/** Why a proof was rejected or a piece of work failed. */
export const REASON_RULE: TextRule = { min: 1, max: 500 };

/**
 * Checks a text from outside and returns it unchanged in NFC form.
 * @throws DomainError INVALID_REQUEST that names the field, the character and where it stands.
 */
export function validateText(value: string, field: string, rule: TextRule): string {
  refuseForbidden(value, field);
  const text = value.normalize('NFC');
  const length = [...text].length;
  if (length < rule.min || length > rule.max) {
    throw invalidField(field, `${length} characters`, `${rule.min} to ${rule.max} characters`);
  }
  if (STACKED_MARKS.test(text)) {
    throw invalidField(field, 'more than four accents on one character', 'at most four');
  }
  if (rule.maxKey !== undefined && [...nameKey(text)].length > rule.maxKey) {
    const help = 'Write words instead of signs that stand for whole words.';
    throw invalidField(field, 'signs that stand for many letters', `at most ${rule.maxKey} letters`, help);
  }
  if (text.trim() !== text) {
    throw invalidField(field, 'white space at an end', 'a text that starts and ends with something visible');
  }
  return text;
}

/** Piles of accents draw over the lines above and below. */
const STACKED_MARKS = /\p{M}{5}/u;

/** {@link validateText} for names: 1 to 100 characters. */
export function validateName(value: string, field = 'name'): string {
  return validateText(value, field, NAME_RULE);
}

/** The form in which names are compared: without case, in every database. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function refuseForbidden(value: string, field: string): void {
  const match = forbiddenCharacter().exec(value);
  if (match === null) return;
  const position = [...value.slice(0, match.index)].length + 1;
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw invalidField(
    field,
    `the character U+${code} at position ${position}`,
    'no control, bidirectional or zero-width characters',
    'Remove that character.',
  );
}
