import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from '../lib/repository.mjs';

/**
 * The compiled index of a package of ours. Not looked for as this process would: tests find the sources.
 * @param {string} name such as `@cairn/tui-kit/screen`
 */
export function indexOf(name) {
  const [scope = '', workspace = '', ...rest] = name.split('/');
  const folder = realpathSync(join(repository, 'node_modules', scope, workspace));
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const path = join(folder, exports[['.', ...rest].join('/')].default);
  return { folder: dirname(path), text: readFileSync(path, 'utf8') };
}
