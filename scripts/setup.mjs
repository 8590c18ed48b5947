/**
 * Sets up this checkout: JavaScript packages, the prover, compiled TypeScript. What is up to date is left alone.
 * Runs on Node 20 before anything is installed. Started through setup.sh, which checks for the tools first.
 */
import { join } from 'node:path';
import { cacheFolder } from './lib/cache-folder.mjs';
import { Failure } from './lib/failure.mjs';
import { repository } from './lib/repository.mjs';
import { run } from './lib/run.mjs';
import { buildProver } from './setup/build-prover.mjs';
import { installPackages } from './setup/install-packages.mjs';
import { takeLock } from './setup/lock.mjs';
import { requireNode24 } from './setup/node-24.mjs';

/** @param {string} part */
const sayAs = (part) => (/** @type {string} */ line) => console.log(`${part.padEnd(9)} ${line}`);

/** @param {AbortSignal} signal */
async function compileTypeScript(signal) {
  const say = sayAs('build');
  const tsc = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  const { code, text } = await run(process.execPath, [tsc, '-b'], { cwd: repository, signal });
  if (code !== 0) throw new Failure(`the TypeScript does not compile:\n${text}`);
  say('compiled');
}

/** @param {AbortSignal} signal */
async function bundleClients(signal) {
  const script = join(repository, 'scripts', 'bundle-clients.mjs');
  const { code, text } = await run(process.execPath, [script], { cwd: repository, signal });
  if (code !== 0) throw new Failure(`the clients cannot be bundled:\n${text}`);
  sayAs('build')('bundled the clients');
}

/** @param {AbortController} stop */
async function setUp(stop) {
  const cache = cacheFolder();
  const { signal } = stop;
  const release = await takeLock(join(cache, 'setup.lock'), {
    signal,
    onWait: ({ pid }) => sayAs('set-up')(`waiting for another set-up (process ${pid}) to finish`),
  });
  try {
    const parts = [installPackages(sayAs('packages'), signal), buildProver(cache, sayAs('prover'), signal)];
    // One that fails ends the other; both have ended before the lock is given back.
    const all = Promise.all(parts);
    all.catch(() => stop.abort());
    await Promise.allSettled(parts);
    await all;
    await requireNode24();
    await compileTypeScript(signal);
    await bundleClients(signal);
  } finally {
    await release();
  }
}

const stop = new AbortController();
let interrupted = 0;
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])) {
  process.once(signal, () => {
    interrupted = code;
    stop.abort();
  });
}
try {
  await setUp(stop);
} catch (error) {
  if (!interrupted) console.error(error instanceof Failure ? error.message : error);
  process.exitCode = interrupted || 1;
}
