import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * What a real bash offers for the last word of a line.
 * @param script the completion of a program
 * @param words the line, with the word that is being typed as its last, empty where it has not begun
 * @param cwd folder in which it is typed
 */
export async function completeInBash(
  script: string,
  words: readonly string[],
  cwd = process.cwd(),
): Promise<string[]> {
  // The function's name stands in the line that registers it. Outside of a line that is typed nobody takes options of the moment.
  const ask = `
    compopt() { :; }
    eval "$1"; shift
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    read -r _ _ name _ <<< "$(complete -p "$1")"
    "$name"
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await promisify(execFile)(
    'bash',
    ['--norc', '--noprofile', '-c', ask, 'bash', script, ...words],
    { cwd },
  );
  return stdout.split('\n').filter(Boolean);
}
