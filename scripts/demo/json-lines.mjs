/**
 * Reads JSON lines.
 * @param {string} text
 * @returns {any[]}
 */
export function jsonLines(text) {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}
