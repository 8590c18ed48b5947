import { isDomainError, normalizeNickname, validateNickname } from '@cairn/shared-schema';
import { SettingProblem } from '@cairn/tui-kit';

/** A name for leaderboards, in its plain form. */
export function readNickname(found: unknown): string {
  const nickname = normalizeNickname(String(found));
  try {
    validateNickname(nickname);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    throw new SettingProblem('1 to 40 characters, a letter or a digit among them', error.message);
  }
  return nickname;
}
