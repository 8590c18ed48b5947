import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { sanitizeForTerminal } from '@cairn/shared-schema';
import type { Completion } from './form-state.js';

/** A path as a person types it, with `~` for the home folder. */
export function typedPath(typed: string): string {
  return typed === '~' || typed.startsWith('~/') ? join(homedir(), typed.slice(1)) : typed;
}

/**
 * Completes a path as a shell does: as far as it is clear, with `/` behind a folder. Hidden names only where the name begins
 * with a point; never a name that could drive the terminal.
 * @param isWanted which files may be meant, by their names; folders always may
 */
export function completePath(typed: string, isWanted: (name: string) => boolean): Completion {
  const isFolder = typed === '' || typed.endsWith('/');
  const begun = isFolder ? '' : basename(typed);
  const parent = typed.slice(0, typed.length - begun.length);
  const names = entriesOf(isFolder ? typed || '.' : dirname(typed)).flatMap(({ name, folder }) => {
    const isMeant = name.startsWith(begun) && (begun.startsWith('.') || !name.startsWith('.'));
    if (!isMeant || !(folder || isWanted(name))) return [];
    return [folder ? `${name}/` : name];
  });
  return { text: names.length === 0 ? typed : parent + commonStart(names), matches: names.toSorted() };
}

/** What is in a folder; nothing where it cannot be read. */
function entriesOf(folder: string): { readonly name: string; readonly folder: boolean }[] {
  try {
    const entries = readdirSync(typedPath(folder), { withFileTypes: true });
    // What a link leads to is not looked up: it may be either.
    return entries
      .filter(({ name }) => sanitizeForTerminal(name) === name)
      .map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
  } catch {
    return [];
  }
}

function commonStart([first = '', ...others]: readonly string[]): string {
  let length = first.length;
  for (const other of others) {
    while (!other.startsWith(first.slice(0, length))) length -= 1;
  }
  return first.slice(0, length);
}
