/**
 * The packages that are loaded with a chunk, beside our own: those of all chunks that it needs at once.
 * @param {import('esbuild').Metafile} metafile
 * @param {RegExp} chunk
 * @returns {Set<string>}
 */
export function loadedWith({ outputs }, chunk) {
  const first = Object.keys(outputs).find((path) => chunk.test(path));
  if (first === undefined) throw new Error(`no chunk like ${chunk}: ${Object.keys(outputs).join(', ')}`);
  /** @type {Set<string>} */
  const chunks = new Set([first]);
  // Grows while it is gone through.
  for (const path of chunks)
    for (const { path: needed, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && needed in outputs) chunks.add(needed);
  const files = [...chunks].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
  const names = files.map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}
