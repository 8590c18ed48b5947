/**
 * Runs a compiled program of this checkout in the caller's folder: `node scripts/run-built.mjs tui-org/dist/bin.js ARGS`.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [path, ...args] = process.argv.slice(2);
const program = new URL(`../${path}`, import.meta.url);
if (existsSync(program)) {
  process.chdir(process.env.INIT_CWD ?? process.cwd());
  process.argv = [process.execPath, fileURLToPath(program), ...args];
  await import(program.href);
} else {
  console.error(`${path} has not been built in this checkout.\nBuild it with \`make setup\`.`);
  process.exitCode = 2;
}
