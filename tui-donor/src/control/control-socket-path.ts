import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Bytes that the address of a Unix socket may have: 104 on macOS, 108 on Linux, with a zero at the end. */
const LONGEST = 103;

/**
 * Where a donor listens for its person's commands: in its data folder, in a folder that is nobody else's. An address that
 * would be too long for the system lies in a folder of the user's under /tmp, by a name that follows from the data folder.
 * @param dataDir whole path
 */
export function controlSocketPath(dataDir: string, uid: number = process.getuid?.() ?? 0): string {
  const path = join(dataDir, 'control', 'socket');
  if (Buffer.byteLength(path) <= LONGEST) return path;
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 32);
  return join('/tmp', `cairn-donor-${uid}`, name);
}
