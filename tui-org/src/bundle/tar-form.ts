import { Header } from 'tar';

/** Tar files are made of blocks of so many bytes. */
export const BLOCK_BYTES = 512;

/** An entry as its header announces it. */
export interface EntryHead {
  readonly path: string;
  readonly size: number;
}

/** The one header that a bundle has for an entry: a regular file of nobody, without a time. */
export function headerBlock({ path, size }: EntryHead): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  const header = new Header({ path, size, type: 'File', mode: 0o644, uid: 0, gid: 0, mtime: new Date(0) });
  if (header.encode(block)) throw new RangeError(`${path} does not fit in a plain tar header`);
  return block;
}

/** Zero bytes behind a file of this size, up to the end of its last block. */
export function paddingOf(size: number): number {
  return (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
}

/** What ends a tar file. */
export const END_BLOCKS = Buffer.alloc(2 * BLOCK_BYTES);

const KINDS: Readonly<Record<string, string>> = {
  Link: 'a link',
  SymbolicLink: 'a symbolic link',
  CharacterDevice: 'a device',
  BlockDevice: 'a device',
  Directory: 'a folder',
  FIFO: 'a named pipe',
};

/**
 * Reads a header, which must be the very one that `headerBlock` makes: what two readers could understand in two ways has
 * another form.
 * @returns the entry, or what is wrong with it
 */
export function readHeader(block: Buffer): EntryHead | { readonly problem: string; readonly path: string } {
  const header = parseHeader(block);
  if (header?.cksumValid !== true)
    return { path: '', problem: 'has a damaged header, or this is no tar file' };
  const { path = '', size = 0, type } = header;
  const kind = KINDS[type];
  if (kind !== undefined) return { path, problem: `is ${kind}, expected regular files alone` };
  const head = { path, size };
  if (Number.isSafeInteger(size) && isPlainPath(path) && headerBlock(head).equals(block)) return head;
  return { path, problem: 'has a header of another form than that which cairn-org writes' };
}

/** Undefined for bytes that no header has: what begins like a large number and is none. */
function parseHeader(block: Buffer): Header | undefined {
  try {
    return new Header(block);
  } catch {
    return undefined;
  }
}

/** Longer paths and other characters than a bundle has would need another form of header. */
function isPlainPath(path: string): boolean {
  return /^[a-z0-9./]{1,100}$/u.test(path);
}
