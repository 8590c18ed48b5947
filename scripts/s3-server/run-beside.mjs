import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a command to its end, with this process's own input and output.
 * @param {string[]} command
 * @param {string | undefined} url where it finds the server
 * @param {AbortSignal} stop its reason is the signal that the command gets too
 * @returns {Promise<number>} the command's exit code; 128 + n when a signal ended it, 127 when it cannot be started
 */
export function runBeside([file = '', ...args], url, stop) {
  if (stop.aborted) return Promise.resolve(128 + constants.signals[signalOf(stop)]);
  const env = { ...process.env, ...(url && { CAIRN_TEST_S3: url }) };
  const child = spawn(file, args, { stdio: 'inherit', env });
  stop.addEventListener('abort', () => void child.kill(signalOf(stop)));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`s3-server ${file} cannot be run: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * @param {AbortSignal} stop
 * @returns {'SIGINT' | 'SIGTERM'}
 */
function signalOf(stop) {
  return stop.reason;
}
