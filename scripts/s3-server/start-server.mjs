import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Failure } from '../lib/failure.mjs';

/** The key with which the tests come, where none other is named; see `scripts/jest/services.mjs`. */
const KEY = { id: 'cairn', secret: 'cairn-test-secret' };

/**
 * Runs a server until its own input ends, which is also when this process is killed; then removes the server's folder.
 * `$1` is the folder, the rest the command.
 */
const KEEPER = `
folder=$1; shift
exec 3<&0
"$@" 3<&- </dev/null &
server=$!
{ cat <&3; kill "$server"; } >/dev/null 2>&1 &
exec 3<&- 2>/dev/null
trap : INT TERM
while kill -0 "$server" 2>/dev/null; do wait "$server"; done
rm -rf "$folder"
`;

/**
 * Starts the server on loopback with an empty folder of its own.
 * @param {string} binary
 * @param {number} port 0 for any free one
 * @throws {Failure}
 */
export async function startServer(binary, port) {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-s3-'));
  const listen = ['--host', '127.0.0.1', '--port', String(port)];
  const server = [binary, ...listen, '--access-key', KEY.id, '--secret-key', KEY.secret, folder];
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', folder, ...server], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, RUST_LOG: 's3s_fs=info' },
  });
  const ended = once(keeper, 'close');
  const stop = async () => {
    keeper.stdin.end();
    await ended;
  };
  const address = await addressOf(keeper.stdout);
  if (address === undefined) {
    await stop();
    throw new Failure(`s3s-fs does not start on 127.0.0.1:${port}; is the port in use?`);
  }
  const url = address.replace('http://', `http://${KEY.id}:${KEY.secret}@`);
  return { address, url, ended, stop };
}

/**
 * The address that it says it listens on; undefined when it ended before.
 * @param {import('node:stream').Readable} output
 * @returns {Promise<string | undefined>}
 */
function addressOf(output) {
  return new Promise((resolve) => {
    const lines = createInterface({ input: output });
    lines.on('line', (line) => {
      const found = /server is running at (http:\/\/[\d.]+:\d+)/u.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    lines.on('close', () => resolve(undefined));
  });
}
