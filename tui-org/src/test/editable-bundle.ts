import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { SigningKey } from '@cairn/tui-kit';
import { BundleReader } from '../audit/bundle-reader.js';
import { formatEntry, type Manifest } from '../bundle/manifest.js';
import { signManifest } from '../bundle/manifest-signature.js';
import type { BundleRow } from '../bundle/row.js';
import { END_BLOCKS, headerBlock, paddingOf } from '../bundle/tar-form.js';

interface Entry {
  path: string;
  bytes: Buffer;
}

/** A bundle in the hands of somebody who changes it. */
export class EditableBundle {
  private constructor(readonly entries: Entry[]) {}

  static async read(path: string): Promise<EditableBundle> {
    await using reader = await BundleReader.open(path);
    const entries: Entry[] = [];
    for (const entry of await reader.entries())
      entries.push({ path: entry.path, bytes: await reader.bytesOf(entry) });
    return new EditableBundle(entries);
  }

  /** The entry whose path begins so; the first, or the one with this number. */
  at(start: string, number = 0): Entry {
    const entry = this.entries.filter(({ path }) => path.startsWith(start))[number];
    if (entry === undefined) throw new Error(`no entry ${start}`);
    return entry;
  }

  get manifest(): Manifest {
    return JSON.parse(this.at('manifest.json').bytes.toString());
  }

  rewrite(change: (manifest: Manifest) => unknown): this {
    const { manifest } = this;
    change(manifest);
    this.at('manifest.json').bytes = Buffer.from(formatEntry(manifest));
    return this;
  }

  /** Changes the results. */
  rows(change: (rows: [BundleRow, BundleRow, ...BundleRow[]]) => unknown): this {
    const entry = this.at('results');
    const rows: BundleRow[] = entry.bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    change(rows as [BundleRow, BundleRow]);
    entry.bytes = Buffer.from(rows.map((row) => formatEntry(row)).join(''));
    return this;
  }

  /** Makes the manifest say what is there, and signs it: what the organization itself could do. */
  resign(key: SigningKey): this {
    for (const entry of this.entries.filter(({ path }) => path.includes('/')))
      entry.path = entry.path.replace(/[0-9a-f]{64}/u, sha256(entry.bytes));
    this.rewrite((manifest) => {
      manifest.files = this.entries
        .filter(({ path }) => !path.startsWith('manifest.'))
        .map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes) }));
    });
    const signature = signManifest(this.at('manifest.json').bytes, key);
    this.at('manifest.sig').bytes = Buffer.from(formatEntry(signature));
    return this;
  }

  bytes(): Buffer {
    const parts = this.entries.flatMap(({ path, bytes }) => [
      headerBlock({ path, size: bytes.length }),
      bytes,
      Buffer.alloc(paddingOf(bytes.length)),
    ]);
    return Buffer.concat([...parts, END_BLOCKS]);
  }

  async write(path: string): Promise<string> {
    await writeFile(path, this.bytes());
    return path;
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
