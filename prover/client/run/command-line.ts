/** A file to run and its arguments. */
export interface CommandLine {
  file: string;
  args: string[];
}

/**
 * How to run a binary at a priority. `nice` and not `setpriority` after the start: a thread that the child
 * had made before that would keep the old priority.
 * @throws RangeError when the priority is not a whole number from 0 to 19.
 */
export function commandLine(binary: string, args: string[], priority = 0): CommandLine {
  if (!Number.isInteger(priority) || priority < 0 || priority > 19) {
    throw new RangeError(`priority is ${priority}, expected a whole number from 0 to 19`);
  }
  if (priority === 0 || process.platform === 'win32') return { file: binary, args };
  return { file: 'nice', args: ['-n', String(priority), binary, ...args] };
}
