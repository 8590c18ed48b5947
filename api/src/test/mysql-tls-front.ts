import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Server, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';

const CLIENT_SSL = 0x0800;

/**
 * MySQL's own way into TLS, before a server that has none: it offers TLS in the server's greeting, takes it, and passes
 * on what comes by it. Whoever does not ask for TLS is hung up on.
 */
export class MysqlTlsFront implements AsyncDisposable {
  /** Connections that came by TLS. */
  encrypted = 0;

  private constructor(private readonly server: Server) {}

  static async before(
    target: { host: string; port: number },
    certificate: { key: string; cert: string },
  ): Promise<MysqlTlsFront> {
    const server = createServer((client) => {
      const far = createConnection(target.port, target.host);
      for (const [one, other] of [[client, far] as const, [far, client] as const])
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
      join(client, far, certificate, () => {
        front.encrypted += 1;
      }).catch(() => client.destroy());
    });
    const front = new MysqlTlsFront(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return front;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}

async function join(
  client: Socket,
  far: Socket,
  certificate: { key: string; cert: string },
  encrypted: () => void,
): Promise<void> {
  const greeting = await readPacket(far);
  // Version, server version, connection id, first part of the challenge, a zero; then what the server can.
  const can = greeting.indexOf(0, 5) + 1 + 4 + 8 + 1;
  greeting.writeUInt16LE(greeting.readUInt16LE(can) | CLIENT_SSL, can);
  client.write(greeting);
  const request = await readPacket(client);
  if ((request.readUInt32LE(4) & CLIENT_SSL) === 0) throw new Error('No TLS was asked for.');
  const plain = Duplex.from({ readable: client, writable: client });
  const secure = new TLSSocket(plain as Socket, { isServer: true, ...certificate });
  secure.on('error', () => client.destroy());
  const login = await readPacket(secure);
  encrypted();
  login.writeUInt32LE(login.readUInt32LE(4) & ~CLIENT_SSL, 4);
  far.write(renumbered(login, -1));
  // The request for TLS counts as a packet until the log-in is over.
  for (;;) {
    const answer = await readPacket(far);
    secure.write(renumbered(answer, 1));
    if ([0x00, 0xff].includes(answer[4] ?? 0)) break;
    far.write(renumbered(await readPacket(secure), -1));
  }
  secure.pipe(far);
  far.pipe(secure);
}

function renumbered(packet: Buffer, by: number): Buffer {
  packet.writeUInt8(packet.readUInt8(3) + by, 3);
  return packet;
}

async function readPacket(stream: Duplex): Promise<Buffer> {
  const head = await readBytes(stream, 4);
  return Buffer.concat([head, await readBytes(stream, head.readUIntLE(0, 3))]);
}

async function readBytes(stream: Duplex, count: number): Promise<Buffer> {
  for (;;) {
    const bytes = stream.read(count) as Buffer | null;
    if (bytes !== null) return bytes;
    if (stream.readableEnded || stream.destroyed) throw new Error('The connection ended.');
    await once(stream, 'readable');
  }
}
