/**
 * Runs the command-line client of a workspace in the caller's folder: `node scripts/run-client.mjs tui-org ARGS`.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [workspace, ...args] = process.argv.slice(2);
const bin = new URL(`../${workspace}/dist/bin.js`, import.meta.url);
if (existsSync(bin)) {
  process.chdir(process.env.INIT_CWD ?? process.cwd());
  process.argv = [process.execPath, fileURLToPath(bin), ...args];
  await import(bin.href);
} else {
  console.error(`${workspace} has not been built in this checkout.\nBuild it with \`make setup\`.`);
  process.exitCode = 2;
}
