import { readdirSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { isBundleFresh, STAMP_FILE, stampOf } from '../../tui-kit/dist/start/bundle-stamp.js';
import { repository } from '../lib/repository.mjs';
import { writeFileWhole } from '../lib/write-file-whole.mjs';
import { changeFiles } from './change-files.mjs';
import { atOwnPlace, CHANGED, pastIndexes, rememberLines, withoutFetch } from './changes.mjs';
import { indexOf } from './index-of.mjs';

/** Written by the compiler and by npm whenever something of a client changes. */
const MADE_OF = [
  ...['shared-schema', 'prover', 'cairo-sample', 'tui-kit', 'tui-donor', 'tui-org'].map((workspace) =>
    join(workspace, 'tsconfig.tsbuildinfo'),
  ),
  join('node_modules', '.package-lock.json'),
];

/** What bundles, seen from the repository: a bundle that was made otherwise is to be made anew. */
function madeBy() {
  const folder = join('scripts', 'bundle');
  const files = readdirSync(join(repository, folder)).filter((name) => name.endsWith('.mjs'));
  return files.map((name) => join(folder, name));
}

/** CommonJS packages ask for Node's own modules by `require`, which an ES module does not have. */
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** Where a client looks for its bundle: among what is compiled, under a name that no folder of sources has. @param {string} workspace */
function placeOf(workspace) {
  return join(repository, workspace, 'dist', '.bundle');
}

/** Whether the bundle of a client is there, and nothing that it was made of has changed. @param {string} workspace */
export function isBundled(workspace) {
  return isBundleFresh(pathToFileURL(`${placeOf(workspace)}/`));
}

/**
 * Bundles a client in chunks, which are loaded when they are wanted.
 * @param {string} workspace
 * @param {string} [folder] what is in it is lost; where the client looks for it, when left out
 * @returns what is in which chunk
 * @throws Error where a package is another one than was thought
 */
export async function bundleClient(workspace, folder = placeOf(workspace)) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files = [...MADE_OF, ...madeBy()].map((file) => relative(folder, join(repository, file)));
  // Before it is made: what is compiled meanwhile may not be in it.
  const stamp = stampOf(pathToFileURL(`${folder}/`), files);
  const { metafile } = await build({
    entryPoints: [join(repository, workspace, 'dist', 'main.js')],
    outdir: folder,
    absWorkingDir: repository,
    bundle: true,
    splitting: true,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // Names stay, for the stacks of errors.
    minifySyntax: true,
    minifyWhitespace: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: REQUIRE },
    // Ink looks for it where somebody debugs it.
    external: ['react-devtools-core'],
    plugins: [changeFiles([withoutFetch, rememberLines, pastIndexes(indexOf), atOwnPlace(folder)])],
    logLevel: 'error',
  });
  const inputs = Object.keys(metafile.inputs);
  const missed = CHANGED.filter((end) => !inputs.some((path) => path.endsWith(end)));
  if (missed.length > 0) throw new Error(`${missed.join(', ')}: to be changed, and not in ${workspace}`);
  await writeFileWhole(join(folder, STAMP_FILE), JSON.stringify(stamp));
  return metafile;
}
