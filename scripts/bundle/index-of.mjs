import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/**
 * The compiled index of a package of ours.
 * @param {string} name such as `@cairn/tui-kit/screen`
 */
export function indexOf(name) {
  const path = createRequire(import.meta.url).resolve(name);
  return { folder: dirname(path), text: readFileSync(path, 'utf8') };
}
