import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { Failure } from '../lib/failure.mjs';
import { run } from '../lib/run.mjs';

/**
 * @typedef {object} Measured of one workload with one layout and codec
 * @property {string} layout `plain`, the memory as it stands, or `columns`, as execution files lay it out
 * @property {string} codec
 * @property {number} bytes
 * @property {number} encodeSeconds
 * @property {number} decodeSeconds
 */

/**
 * Measures every layout and codec on an execution.
 * @param {string} tool the example `execution-codecs`
 * @param {string} execution
 * @param {string} folder to work in
 * @returns {Promise<Measured[]>}
 */
export async function measureCodecs(tool, execution, folder) {
  const files = { plain: join(folder, 'plain'), columns: join(folder, 'columns') };
  const { code, stdout, text } = await run(tool, [execution, files.plain, files.columns]);
  if (code !== 0) throw new Failure(`the codecs cannot be measured:\n${text}`);
  const measured = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const [layout, file] of Object.entries(files)) measured.push(brotli(layout, await readFile(file)));
  return measured;
}

/**
 * @param {string} layout
 * @param {Buffer} data
 * @returns {Measured}
 */
function brotli(layout, data) {
  const quality = 5;
  const started = performance.now();
  const packed = brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  const packedAt = performance.now();
  const unpacked = brotliDecompressSync(packed);
  const decodeSeconds = (performance.now() - packedAt) / 1000;
  if (!unpacked.equals(data)) throw new Failure('brotli did not give back what it was given');
  const encodeSeconds = (packedAt - started) / 1000;
  return { layout, codec: `brotli ${quality}`, bytes: packed.length, encodeSeconds, decodeSeconds };
}
