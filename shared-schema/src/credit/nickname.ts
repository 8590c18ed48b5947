import { invalidField } from '../errors/domain-error.js';
import { type TextRule, validateText } from '../text/validate-text.js';

/** What donors call themselves, in Unicode characters. */
export const NICKNAME_RULE: TextRule = { min: 1, max: 40, maxKey: 80 };

/** Something that one can read out: signs alone may look like nothing at all. */
const READABLE = /[\p{L}\p{N}]/u;

/**
 * The form in which a nickname is kept: compatible forms of a letter (full width, ligatures, mathematical alphabets) become the
 * plain letter, runs of blanks one blank, and none stands at an end. Letters of different scripts that look alike stay
 * what they are: whoever shows a nickname shows the key beside it.
 */
export function normalizeNickname(nickname: string): string {
  return nickname.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
}

/**
 * Checks a nickname that comes in its normal form, and returns it; an empty one is none.
 * @throws DomainError INVALID_REQUEST
 */
export function validateNickname(nickname: string): string {
  if (nickname === '') return nickname;
  validateText(nickname, 'nickname', NICKNAME_RULE);
  if (nickname !== normalizeNickname(nickname)) {
    const expected = JSON.stringify(normalizeNickname(nickname));
    throw invalidField('nickname', 'another form of the same text', `it in its plain form, ${expected}`);
  }
  if (!READABLE.test(nickname))
    throw invalidField('nickname', 'signs alone', 'a letter or a digit among them');
  return nickname;
}
