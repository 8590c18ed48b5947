import { readFile } from 'node:fs/promises';

/**
 * A change of a file on its way into the bundle.
 * @callback Change
 * @param {string} text
 * @param {string} path
 * @returns {string}
 */

/**
 * Changes files on their way into a bundle.
 * @param {Change[]} changes one after the other
 * @returns {import('esbuild').Plugin}
 */
export function changeFiles(changes) {
  return {
    name: 'change-files',
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        return { contents: changes.reduce((before, change) => change(before, path), text) };
      });
    },
  };
}
