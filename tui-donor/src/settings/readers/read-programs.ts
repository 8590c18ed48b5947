import { forbiddenCharacter } from '@cairn/shared-schema';
import { SettingProblem } from '@cairn/tui-kit';
import { NONE } from './read-none-or.js';

const MOST = 50;

/** Reads names of programs, with commas between them. */
export function readPrograms(found: unknown): readonly string[] {
  const text = String(found).trim();
  if (text.toLowerCase() === NONE) return [];
  const names = text.split(',').map((name) => name.trim());
  const isBad = (name: string): boolean =>
    name === '' || name.includes('/') || forbiddenCharacter().test(name);
  if (names.some(isBad) || names.length > MOST)
    throw new SettingProblem(
      `names of programs as the system shows them, such as blender,steam: at most ${MOST}; or ${NONE}`,
      'name the program itself, without a folder',
    );
  return names;
}
