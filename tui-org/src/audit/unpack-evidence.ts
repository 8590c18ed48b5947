import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntryKind } from '../bundle/entry-kind.js';
import type { Manifest } from '../bundle/manifest.js';
import type { BundleReader, FoundEntry } from './bundle-reader.js';
import type { FindingCode, Findings } from './finding.js';

const CHANGED: Readonly<Record<Exclude<EntryKind, 'manifest' | 'signature'>, [FindingCode, string]>> = {
  executable: ['EXECUTABLE_CHANGED', 'the executable was changed'],
  results: ['RESULTS_CHANGED', 'the results were changed'],
  reducer: ['REDUCER_CHANGED', "the organization's reducer was changed"],
  receipts: ['RECEIPTS_CHANGED', 'the receipts were changed'],
  input: ['INPUT_EDITED', 'an input was edited'],
  proof: ['PROOF_SWAPPED', 'a proof was swapped or changed'],
};

/** Takes entries out of a bundle into a folder and holds each against what the manifest says of it. */
export class Evidence {
  readonly #planned: ReadonlyMap<string, Manifest['files'][number]>;

  constructor(
    private readonly reader: BundleReader,
    private readonly entries: ReadonlyMap<string, FoundEntry>,
    { files }: Manifest,
    private readonly folder: string,
    private readonly findings: Findings,
  ) {
    this.#planned = new Map(files.map((file) => [file.path, file]));
  }

  /**
   * @returns where the entry lies now; undefined when it is not there, or is another than the manifest says
   */
  async take(path: string): Promise<string | undefined> {
    const entry = this.entries.get(path);
    const planned = this.#planned.get(path);
    // What is missing was told when the list of entries was held against the manifest.
    if (entry === undefined || planned === undefined) return undefined;
    const destination = this.#placeOf(path);
    const sha256 = await this.reader.extract(entry, destination);
    if (sha256 === planned.sha256 && entry.size === planned.size) return destination;
    const [code, message] = CHANGED[entry.kind as keyof typeof CHANGED];
    this.findings.add(
      code,
      `${message}: ${path} has the SHA-256 ${sha256}, but the manifest says ${planned.sha256}`,
      path,
    );
    return undefined;
  }

  /** Where a taken entry lies, changed or not. */
  placeOfTaken(path: string): string {
    return this.#placeOf(path);
  }

  /** Gives its room back. */
  async drop(path: string): Promise<void> {
    await rm(this.#placeOf(path), { force: true });
  }

  /** Paths of a bundle have no more than letters, digits, dots and one slash. */
  #placeOf(path: string): string {
    return join(this.folder, path.replace('/', '-'));
  }
}
