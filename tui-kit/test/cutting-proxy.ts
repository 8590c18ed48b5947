import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server that counts what goes over it, and breaks where a test wants. */
export interface CuttingProxy extends AsyncDisposable {
  readonly url: string;
  /** Bytes that the server was sent since this was set to 0. */
  sent: number;
  /** Breaks whichever connection brings so many bytes more, again and again. The server gets what came before. */
  cutEvery(bytes: number): void;
  /** Lets the connection that brings so many bytes more hang, once, until `cut`. */
  hangAfter(bytes: number): void;
  readonly hangs: boolean;
  cut(): void;
}

/** Starts a proxy to a server on this machine. */
export async function cuttingProxy(port: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let left = Number.POSITIVE_INFINITY;
  let every = Number.POSITIVE_INFINITY;
  let thenHang = false;
  let cut: (() => void) | undefined;

  const server = createServer((client) => {
    const upstream = connect({ port, host: '127.0.0.1' });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    upstream.pipe(client);
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.end());
    upstream.on('drain', () => cut ?? client.resume());
    client.on('data', (chunk: Buffer) => {
      const passed = chunk.subarray(0, left);
      proxy.sent += passed.length;
      left -= passed.length;
      if (!upstream.write(passed)) client.pause();
      if (left > 0) return;
      left = every;
      client.pause();
      cut = () => {
        upstream.end();
        client.destroy();
        cut = undefined;
      };
      if (!thenHang) cut();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: CuttingProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: 0,
    cutEvery(bytes) {
      [left, every, thenHang] = [bytes, bytes, false];
    },
    hangAfter(bytes) {
      [left, every, thenHang] = [bytes, Number.POSITIVE_INFINITY, true];
    },
    get hangs() {
      return cut !== undefined;
    },
    cut: () => cut?.(),
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
  return proxy;
}
