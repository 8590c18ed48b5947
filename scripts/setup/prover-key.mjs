import { cargoEnvironment } from '../lib/cargo-environment.mjs';
import { Failure } from '../lib/failure.mjs';
import { contentsOf, filesBelow, hashOf } from '../lib/hash-files.mjs';
import { run } from '../lib/run.mjs';
import { rustFlags } from './cargo-config.mjs';
import { mend } from './mended-source.mjs';

/** What lies in the crate's folder without being part of the build; whatever else appears there counts. */
const noSource =
  /^(client|dist|node_modules|target|tests|workloads|\.cargo|\.cairn|sources\/target)\/|\.(md|json|tsbuildinfo)$/;

/**
 * Names one build of the prover: by its sources and lock files, the toolchain, the CPU and how it is built.
 * Two checkouts with the same key share the binary.
 * @param {string} prover the folder of the crate
 */
export async function proverKey(prover) {
  return keyOf(await proverSources(prover), await compilerFacts(prover));
}

/**
 * What counts as source of a build, by names relative to the crate's folder.
 * @param {string} prover the folder of the crate
 */
export async function proverSources(prover) {
  const sources = await filesBelow(prover, (path) => !noSource.test(path));
  return contentsOf(prover, sources);
}

/**
 * What the compiler is, and what this CPU can do, as the compiler sees it.
 * @param {string} cwd a folder in which it is asked: rustup may have an override for it
 */
export async function compilerFacts(cwd) {
  return `${await rustc(cwd, ['-vV'])}\n${await rustc(cwd, ['--print', 'cfg', ...rustFlags])}`;
}

/**
 * @param {[name: string, content: string | Buffer][]} files
 * @param {string} compiler as `compilerFacts` tells it
 */
export function keyOf(files, compiler) {
  /** @type {[string, string][]} */
  const rest = [
    ['compiler', compiler],
    ['how', JSON.stringify({ mend, rustFlags })],
  ];
  return hashOf([...files, ...rest]).slice(0, 32);
}

/**
 * @param {string} cwd
 * @param {string[]} args
 */
async function rustc(cwd, args) {
  const { code, stdout, text } = await run('rustc', args, { cwd, env: cargoEnvironment() });
  if (code !== 0) throw new Failure(`rustc ${args.join(' ')} failed:\n${text}`);
  return stdout;
}
