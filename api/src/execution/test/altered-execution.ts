import { createHash } from 'node:crypto';

/** Name, format, and the version that wrote it. */
const PRELUDE_BYTES = 32;
const CHECKSUM_BYTES = 32;

/**
 * The same execution with a header that claims this many steps more: a whole file with right checksums, whose run is
 * none. See PROTOCOL.md, *Files*.
 */
export function withStepsAdded(execution: Buffer, steps: number): Buffer {
  const hash = createHash('sha256');
  const parts: Buffer[] = [];
  const write = (bytes: Buffer) => {
    hash.update(bytes);
    parts.push(bytes);
  };
  write(execution.subarray(0, PRELUDE_BYTES));
  for (const [index, chunk] of [...chunksOf(execution)].entries()) {
    const content = index === 0 ? headerWith(chunk, steps) : chunk;
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32LE(content.length);
    lengths.writeUInt32LE(~content.length >>> 0, 4);
    write(lengths);
    write(content);
    parts.push(hash.copy().digest());
  }
  return Buffer.concat(parts);
}

function* chunksOf(execution: Buffer): Generator<Buffer> {
  for (let at = PRELUDE_BYTES; at < execution.length; ) {
    const length = execution.readUInt32LE(at);
    const begin = at + 8;
    yield execution.subarray(begin, begin + length);
    at = begin + length + CHECKSUM_BYTES;
  }
}

function headerWith(chunk: Buffer, added: number): Buffer {
  const header = JSON.parse(chunk.toString()) as { steps: number };
  return Buffer.from(JSON.stringify({ ...header, steps: header.steps + added }));
}
