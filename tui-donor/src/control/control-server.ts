import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { ClientError } from '@cairn/tui-kit';
import { serveConnection } from './control-connection.js';
import { controlSocketPath } from './control-socket-path.js';
import { makeOwnFolder } from './own-folder.js';
import type { SteerableDonor } from './steerable-donor.js';

const MOST_CONNECTIONS = 32;

/**
 * Lets other processes of this user steer and follow a running donor. Whoever holds the data folder's lock may call this: a
 * socket that is there already was left by a donor that is no more, and is replaced.
 * @returns what ends it
 * @throws ClientError when the folder for it is somebody else's
 */
export async function serveControl(donor: SteerableDonor): Promise<() => Promise<void>> {
  const path = controlSocketPath(donor.dataDir);
  makeOwnFolder(dirname(path));
  rmSync(path, { force: true });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveConnection(donor, socket);
  });
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, path);
  chmodSync(path, 0o600);
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroySoon();
    const hangUp = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, GRACE_MS);
    await closed;
    clearTimeout(hangUp);
  };
}

/** How long those who follow may take to read the last lines, in milliseconds. */
const GRACE_MS = 300;

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => reject(unavailable(path, cause));
    server.once('error', fail);
    server.listen(path, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

function unavailable(path: string, cause: Error): ClientError {
  return new ClientError(`nobody can be let in at ${path}: ${cause.message}`, {
    code: 'CONTROL_UNAVAILABLE',
    expected: 'a folder in which this user may make a Unix socket',
    help: 'name a data folder on a disk of this machine with --data-dir DIR',
    cause,
  });
}
