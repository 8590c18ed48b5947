import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

/** A way to a service that a test can cut and mend: what was sent meanwhile is lost, as with a restart. */
export class Cable implements AsyncDisposable {
  readonly #sockets = new Set<Socket>();
  #isCut = false;

  private constructor(
    private readonly target: URL,
    private readonly server = createServer((socket) => this.#join(socket)),
  ) {}

  static async to(url: string): Promise<Cable> {
    const cable = new Cable(new URL(url));
    cable.server.listen(0, '127.0.0.1');
    await once(cable.server, 'listening');
    return cable;
  }

  get url(): string {
    const url = new URL(this.target);
    url.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return url.href;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  #join(near: Socket): void {
    if (this.#isCut) return void near.destroy();
    const far = createConnection(Number(this.target.port || 6379), this.target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          this.#sockets.delete(socket);
          other.destroy();
        });
      socket.pipe(other);
    }
  }
}
