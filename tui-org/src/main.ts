import { main } from '@cairn/tui-kit';
import { buildCli } from './cli/build-cli.js';

/** `cairn-org`, on this process's arguments. */
export function run(): Promise<void> {
  return main((context) => buildCli(context, process.stdin));
}
