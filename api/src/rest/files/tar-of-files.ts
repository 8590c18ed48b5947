import { Readable } from 'node:stream';
import { Header } from 'tar';

/** A file that goes into a tar. */
export interface TarMember {
  readonly name: string;
  readonly size: number;
  readonly body: Readable;
}

const BLOCK = 512;

/** A tar of files whose sizes are known, made as it is read. All bodies are destroyed when it ends early. */
export function tarOfFiles(members: readonly TarMember[], modified: Date): { size: number; body: Readable } {
  const size = members.reduce((sum, member) => sum + BLOCK + padded(member.size), 2 * BLOCK);
  const body = Readable.from(blocks(members, modified), { objectMode: false });
  body.once('close', () => {
    for (const member of members) member.body.destroy();
  });
  return { size, body };
}

async function* blocks(members: readonly TarMember[], modified: Date): AsyncGenerator<Buffer> {
  for (const { name, size, body } of members) {
    yield header(name, size, modified);
    let sent = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      sent += chunk.length;
      yield chunk;
    }
    if (sent !== size) throw new Error(`A stored file has ${sent} bytes, expected ${size}.`);
    yield Buffer.alloc(padded(size) - size);
  }
  yield Buffer.alloc(2 * BLOCK);
}

function header(path: string, size: number, mtime: Date): Buffer {
  const block = Buffer.alloc(BLOCK);
  const needsMore = new Header({ path, size, mtime, mode: 0o644, type: 'File', uid: 0, gid: 0 }).encode(
    block,
  );
  if (needsMore) throw new RangeError(`A tar header has no room for ${path} with ${size} bytes.`);
  return block;
}

function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}
