import { join } from 'node:path';
import { PtySession } from '../../tui-kit/dist/test/index.js';
import { repository } from '../lib/repository.mjs';

const BIN = join(repository, 'tui-donor', 'dist', 'bin.js');

/**
 * A moment at which a client wrote something.
 * @typedef {object} Chunk
 * @property {number} at milliseconds since it was started
 * @property {string} data
 *
 * @typedef {object} Client on a pseudo-terminal
 * @property {PtySession} session
 * @property {Chunk[]} chunks all that it wrote
 * @property {() => number} clock milliseconds since it was started
 */

/**
 * Starts the donor's client as a person does, with nothing to do.
 * @param {{ server: string, dataDir: string, columns?: number, rows?: number, onData?: (data: string) => void }} options
 * @returns {Client}
 */
export function startClient({ server, dataDir, onData, ...size }) {
  const args = [BIN, '--server', server, '--data-dir', dataDir];
  return startProgram(args, { ...size, ...(onData === undefined ? {} : { onData }) });
}

/**
 * Starts Node on a pseudo-terminal.
 * @param {string[]} args
 * @param {{ columns?: number, rows?: number, onData?: (data: string) => void }} [options]
 * @returns {Client}
 */
export function startProgram(args, { onData, ...size } = {}) {
  /** @type {Chunk[]} */
  const chunks = [];
  const began = performance.now();
  const clock = () => performance.now() - began;
  const session = new PtySession(process.execPath, args, {
    ...size,
    env: { COLORTERM: 'truecolor', EXECUTOR_CPUS: undefined, NODE_ENV: undefined },
    onData: (data) => {
      chunks.push({ at: clock(), data });
      onData?.(data);
    },
  });
  return { session, chunks, clock };
}
