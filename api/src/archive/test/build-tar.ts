/** One entry of a tar file that is made by hand; everything can be wrong. */
export interface HandMadeEntry {
  name: string | Buffer;
  /** Type flag; `0` is a file. */
  type?: string;
  body?: string | Buffer;
  /** Size field as it is written, instead of the body's length. */
  size?: string;
  linkname?: string;
  prefix?: string;
  /** Magic and version, 8 bytes. */
  magic?: string;
  checksum?: string;
}

const END = Buffer.alloc(1024);

/** A tar file of these entries, with the end mark unless another is given. */
export function buildTar(entries: readonly HandMadeEntry[], end: Buffer = END): Buffer {
  return Buffer.concat([...entries.map(buildEntry), end]);
}

/** Header, body and padding of one entry. */
export function buildEntry(entry: HandMadeEntry): Buffer {
  const body = Buffer.from(entry.body ?? '');
  const header = Buffer.alloc(512);
  Buffer.from(entry.name).copy(header, 0, 0, 100);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(entry.size ?? `${body.length.toString(8).padStart(11, '0')}\0`, 124, 12, 'latin1');
  header.write('00000000000\0', 136);
  header.write(entry.type ?? '0', 156, 1, 'latin1');
  header.write(entry.linkname ?? '', 157, 100);
  header.write(entry.magic ?? 'ustar\u000000', 257, 8, 'latin1');
  header.write(entry.prefix ?? '', 345, 155);
  header.write(entry.checksum ?? `${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148, 8, 'latin1');
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

/** An extended header (`x`) with these records. */
export function pax(records: Readonly<Record<string, string>>, type = 'x'): HandMadeEntry {
  const body = Object.entries(records).map(([key, value]) => paxRecord(key, value));
  return { name: 'PaxHeader/x', type, body: body.join('') };
}

/** `length key=value`, where the length counts its own digits. */
export function paxRecord(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + String(rest).length;
  if (String(length).length > String(rest).length) length = rest + String(length).length;
  return `${length} ${key}=${value}\n`;
}

function checksumOf(header: Buffer): number {
  return header.reduce((sum, byte) => sum + byte, 8 * 0x20);
}
