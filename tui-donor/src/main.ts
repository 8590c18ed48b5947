import { main } from '@cairn/tui-kit';
import { buildProgram } from './cli/build-program.js';

/** `cairn-donor`, on this process's arguments. */
export function run(): Promise<void> {
  return main(buildProgram);
}
