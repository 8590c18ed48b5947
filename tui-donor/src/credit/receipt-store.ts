import { createHash } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatReceipt, MAX_RECEIPT_BYTES, type Receipt } from '@cairn/shared-schema';
import { replacePrivately } from '@cairn/tui-kit';

/** The donor's receipts: files, which it may copy and hand on. */
export class ReceiptStore {
  readonly folder: string;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'receipts');
  }

  /** The names of all files, the oldest confirmation first. */
  async names(): Promise<string[]> {
    try {
      return (await readdir(this.folder)).filter((name) => name.endsWith('.json')).sort();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  }

  /** Whether there is one of the same confirmation that holds. */
  async has(receipt: Receipt, holds: (text: string) => boolean): Promise<boolean> {
    try {
      return holds(await readBounded(join(this.folder, fileNameOf(receipt))));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    }
  }

  /** Keeps a receipt, in place of one of the same confirmation. */
  put(receipt: Receipt): Promise<void> {
    return replacePrivately(join(this.folder, fileNameOf(receipt)), formatReceipt(receipt));
  }
}

/** The same for the same confirmation, whichever of its keys the server signs with. */
export function fileNameOf({ donor, proofHash, organizationId, confirmedAt }: Receipt): string {
  const hash = createHash('sha256').update([donor, proofHash, organizationId, confirmedAt].join('\n'));
  return `${confirmedAt.slice(0, 19).replaceAll(':', '')}-${hash.digest('hex').slice(0, 16)}.json`;
}

/** A text of no more bytes than a receipt has, and one that tells that there are more. */
export async function readBounded(path: string): Promise<string> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_RECEIPT_BYTES + 1), 0);
  return buffer.toString('utf8', 0, bytesRead);
}
