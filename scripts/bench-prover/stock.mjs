import { access, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../lib/cache-folder.mjs';
import { cargoEnvironment } from '../lib/cargo-environment.mjs';
import { Failure } from '../lib/failure.mjs';
import { contentsOf } from '../lib/hash-files.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';
import { compilerFacts, keyOf } from '../setup/prover-key.mjs';

const crate = 'stwo-cairo-dev-utils';
export const stockVersion = '1.3.0';
const prover = join(repository, 'prover');

/**
 * Installs the stock tools, `run_and_prove` and `verify`, unless they are there: with the prover's own lock file, mended
 * crate and compiler flags, so that the two sides differ in nothing but their own code.
 * @param {(line: string) => void} say
 * @returns {Promise<{ runAndProve: string, verify: string }>} their paths
 */
export async function installStock(say) {
  const lock = await contentsOf(prover, ['Cargo.lock']);
  const key = keyOf(lock, `${stockVersion}\n${await compilerFacts(prover)}`);
  const root = join(cacheFolder(), 'stock', key);
  const tools = { runAndProve: join(root, 'bin', 'run_and_prove'), verify: join(root, 'bin', 'verify') };
  if (await isThere(tools.verify)) return tools;
  say(`installing ${crate} ${stockVersion}; 5 to 15 minutes, once`);
  const work = `${root}.${process.pid}`;
  try {
    const source = join(work, 'source');
    await cp(await downloaded(join(work, 'fetch')), source, { recursive: true });
    await cp(join(prover, 'Cargo.lock'), join(source, 'Cargo.lock'));
    // Takes out of the lock what only the prover needs.
    await cargo(['metadata', '--format-version', '1'], source);
    const binaries = ['--bin', 'run_and_prove', '--bin', 'verify'];
    await cargo(['install', '--path', source, '--locked', '--root', join(work, 'root'), ...binaries], source);
    await rename(join(work, 'root'), root);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return tools;
}

/**
 * Has Cargo download the crate, by way of a package that depends on it.
 * @param {string} folder to work in
 * @returns {Promise<string>} where Cargo keeps the crate
 */
async function downloaded(folder) {
  await mkdir(join(folder, 'src'), { recursive: true });
  await writeFile(join(folder, 'src', 'lib.rs'), '');
  await writeFile(
    join(folder, 'Cargo.toml'),
    `[package]\nname = "fetch"\nversion = "0.0.0"\nedition = "2021"\n\n[dependencies]\n${crate} = "=${stockVersion}"\n`,
  );
  const { stdout } = await cargo(['metadata', '--format-version', '1'], folder);
  /** @type {{ packages: { name: string, manifest_path: string }[] }} */
  const { packages } = JSON.parse(stdout);
  const found = packages.find(({ name }) => name === crate);
  if (found === undefined) throw new Failure(`Cargo did not resolve ${crate} ${stockVersion}`);
  return dirname(found.manifest_path);
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
async function cargo(args, cwd) {
  const config = ['--config', join(prover, '.cargo', 'config.toml')];
  const result = await run('cargo', [...config, ...args], { cwd, env: cargoEnvironment() });
  if (result.code !== 0) throw new Failure(`cargo ${args[0]} of the stock tools failed:\n${result.text}`);
  return result;
}

/** @param {string} path */
async function isThere(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
