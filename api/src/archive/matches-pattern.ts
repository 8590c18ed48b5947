/**
 * Whether a pattern of a workspace's `members` names a folder: `*` and `?` within one folder's name. No regular
 * expression: a pattern of many stars comes from a stranger, and would take for ever.
 */
export function matchesPattern(pattern: string, folder: string): boolean {
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
  const names = folder.split('/');
  return parts.length === names.length && parts.every((part, index) => matchesName(part, names[index] ?? ''));
}

function matchesName(pattern: string, name: string): boolean {
  let at = 0;
  let from = 0;
  /** Behind the last star, and what follows the part of the name that it took. */
  let retry: { at: number; from: number } | undefined;
  while (from < name.length) {
    if (pattern[at] === '*') {
      at += 1;
      retry = { at, from };
    } else if (pattern[at] === '?' || pattern[at] === name[from]) {
      at += 1;
      from += 1;
    } else {
      if (retry === undefined) return false;
      retry.from += 1;
      ({ at, from } = retry);
    }
  }
  return /^\**$/u.test(pattern.slice(at));
}
