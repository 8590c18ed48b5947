import { relative } from 'node:path';

const YOGA = 'node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js';
const INK_OUTPUT = 'node_modules/ink/build/output.js';
const STRING_WIDTH = 'node_modules/string-width/index.js';

/** Ends of the paths of all files of packages that are changed. */
export const CHANGED = [YOGA, INK_OUTPUT, STRING_WIDTH];

/**
 * Files that look for others beside them look where they themselves were, wherever the bundle is.
 * @param {string} folder of the bundle
 * @returns {import('./change-files.mjs').Change}
 */
export function atOwnPlace(folder) {
  return (text, path) => {
    const address = JSON.stringify(relative(folder, path));
    return text.replaceAll('import.meta.url', () => `new URL(${address}, import.meta.url).href`);
  };
}

/**
 * Yoga, which lays screens out, brings its WebAssembly as text. Where there is a `fetch` it decodes it by that, for which Node
 * loads its whole HTTP client, before the first frame; where there is none, by itself.
 * @type {import('./change-files.mjs').Change}
 */
export function withoutFetch(text, path) {
  return path.endsWith(YOGA) ? `const fetch = undefined;\n${text}` : text;
}

/** Names taken from a package of ours, as the compiler writes it. */
const IMPORT = /import \{([^}]+)\} from '(@cairn\/[a-z/-]+)';/gu;

/** Names handed on by the index of a package. */
const EXPORT = /export \{([^}]+)\} from '\.\/([^']+)';/gu;

/**
 * Takes names from where they are, past the index of the package: who wants one of them loads what that one needs, and not what
 * all need.
 * @param {(name: string) => { folder: string, text: string } | undefined} indexOf the index of a package
 * @returns {import('./change-files.mjs').Change}
 */
export function pastIndexes(indexOf) {
  /** @type {Map<string, Map<string, string>>} */
  const known = new Map();
  /** @param {string} name */
  const placesIn = (name) => {
    const places = known.get(name) ?? placesOf(indexOf(name));
    known.set(name, places);
    return places;
  };
  return (text) =>
    text.replaceAll(IMPORT, (_, names, name) => {
      const places = placesIn(name);
      return namesIn(names)
        .map((wanted) => {
          const place = places.get(wanted.split(' as ')[0] ?? '') ?? name;
          return `import { ${wanted} } from ${JSON.stringify(place)};`;
        })
        .join(' ');
    });
}

/**
 * @param {{ folder: string, text: string } | undefined} index
 * @returns {Map<string, string>} for each name the file that has it
 */
function placesOf(index) {
  const found = [...(index?.text.matchAll(EXPORT) ?? [])].flatMap(([, names = '', file = '']) =>
    // What is handed on under another name is taken from the index.
    namesIn(names).flatMap((name) => (name.includes(' as ') ? [] : [[name, `${index?.folder}/${file}`]])),
  );
  return new Map(/** @type {[string, string][]} */ (found));
}

/** @param {string} list */
function namesIn(list) {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

/** What is appended to Ink's output: what was found out of a line stays known for some frames. */
const KEPT_CACHES = `
let kept = new OutputCaches();
function keptCaches() {
  if (kept.styledChars.size > 1000 || kept.widths.size > 5000) kept = new OutputCaches();
  return kept;
}
`;

/** What is appended to string-width: how wide a text is stays known. */
const KEPT_WIDTHS = `
let widths = new Map();
export default function stringWidth(input, options) {
  if (options !== undefined) return measuredWidth(input, options);
  let width = widths.get(input);
  if (width === undefined) {
    if (widths.size > 5000) widths = new Map();
    width = measuredWidth(input);
    widths.set(input, width);
  }
  return width;
}
`;

/**
 * Ink takes every line of every frame apart into characters, and asks of each how wide it is, by slow means. Nearly all lines were
 * there in the frame before, in the same place or in another.
 * @type {import('./change-files.mjs').Change}
 */
export function rememberLines(text, path) {
  if (path.endsWith(INK_OUTPUT))
    return replaceOnce(text, 'caches = new OutputCaches();', 'caches = keptCaches();') + KEPT_CACHES;
  if (path.endsWith(STRING_WIDTH))
    return replaceOnce(text, 'export default function stringWidth(', 'function measuredWidth(') + KEPT_WIDTHS;
  return text;
}

/**
 * @param {string} text
 * @param {string} before
 * @param {string} after
 * @throws Error where a package is another one than was thought
 */
function replaceOnce(text, before, after) {
  const parts = text.split(before);
  if (parts.length !== 2) throw new Error(`expected once, found ${parts.length - 1} times: ${before}`);
  return parts.join(after);
}
