import { SettingProblem } from '@cairn/tui-kit';

/** @returns a reader of one of these words */
export function oneOf<Word extends string>(words: readonly Word[]): (found: unknown) => Word {
  return (found) => {
    const text = String(found).trim().toLowerCase();
    const word = words.find((known) => known === text);
    if (word === undefined) throw new SettingProblem(words.join(' or '));
    return word;
  };
}
