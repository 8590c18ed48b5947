import type { App } from '../app.js';
import type { Config } from '../config/config.js';
import { ConfigError } from '../config/config-error.js';

/**
 * Listens and returns the server's address as a URL.
 * @throws ConfigError when the port or the address cannot be had.
 */
export async function listen(app: App, { bind, port }: Config['server']): Promise<string> {
  try {
    await app.http.listen({ host: bind, port });
  } catch (error) {
    throw listenFailure(error, bind, port);
  }
  const address = app.http.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no network address.');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

function listenFailure(error: unknown, bind: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new ConfigError(
      `Port ${port} on ${bind} is in use by another program. Stop that program, or set SERVER_EXTERNAL_PORT to a free port (0 takes any).`,
      { cause: error },
    );
  }
  if (code === 'EACCES') {
    return new ConfigError(
      `Port ${port} on ${bind} may not be used by this user. Set SERVER_EXTERNAL_PORT to a port above 1023.`,
      { cause: error },
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new ConfigError(
      `SERVER_BIND: found ${JSON.stringify(bind)}, expected an address of this machine, such as 127.0.0.1.`,
      { cause: error },
    );
  }
  return error;
}
