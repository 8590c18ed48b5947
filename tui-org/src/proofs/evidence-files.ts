import { ARCHIVE_LIMITS, MAX_FILE_BYTES } from '@cairn/shared-schema';
import type { ProofFactsFragment } from '@cairn/shared-schema/org';
import { ClientError, downloadFile, isRefusal } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';
import type { FileStore } from '../storage/file-store.js';
import { makePrivateDir } from '../storage/write-whole.js';
import { readProof } from './select-proofs.js';
import type { Statement } from './statement.js';

/** Paths of what is verified and what it is verified against. */
export interface EvidencePaths {
  readonly proof: string;
  readonly executable: string;
  readonly input: string;
}

interface Wanted {
  readonly store: FileStore;
  readonly sha256: string;
  /** The link of the file among what the server says of the proof. */
  readonly urlOf: (proof: ProofFactsFragment) => string | null;
  readonly maxBytes: number;
  /** What it is, for messages. */
  readonly what: string;
}

/**
 * Finds files by their hash: here, or else at the server, where they are downloaded, checked against the hash and kept.
 * One instance looks for each file once, however many proofs share it.
 */
export class EvidenceFiles {
  readonly #place: Workplace;
  readonly #found = new Map<string, Promise<string>>();

  constructor(place: Workplace) {
    this.#place = place;
  }

  /** All three files. @throws ClientError when one cannot be had or is not what its hash says */
  async all(proof: ProofFactsFragment, statement: Statement): Promise<EvidencePaths> {
    return { proof: await this.proof(proof), ...(await this.statement(proof, statement)) };
  }

  /** What a proof is verified against, without the proof. @throws as `all` */
  async statement(
    proof: ProofFactsFragment,
    { executable, input }: Statement,
  ): Promise<Omit<EvidencePaths, 'proof'>> {
    const { executables, inputFiles } = this.#place;
    const { inputGroup } = proof;
    return {
      executable: await this.#get(proof, {
        store: executables,
        sha256: executable.sha256,
        urlOf: (shown) => shown.inputGroup.program.executableUrl,
        maxBytes: ARCHIVE_LIMITS.maxTotalBytes,
        what: `the executable of ${inputGroup.program.name}`,
      }),
      input: await this.#get(proof, {
        store: inputFiles,
        sha256: input.sha256,
        urlOf: (shown) => shown.inputGroup.inputUrl,
        maxBytes: MAX_FILE_BYTES.input,
        what: `the input group ${inputGroup.name}`,
      }),
    };
  }

  /** The proof's file, saved here. */
  proof(proof: ProofFactsFragment): Promise<string> {
    const { sha256, inputGroup } = proof;
    return this.#get(proof, {
      store: this.#place.proofFiles,
      sha256,
      urlOf: ({ url }) => url,
      maxBytes: MAX_FILE_BYTES.proof,
      what: `the proof of ${inputGroup.name}`,
    });
  }

  #get(proof: ProofFactsFragment, wanted: Wanted): Promise<string> {
    const path = wanted.store.pathOf(wanted.sha256);
    const found = this.#found.get(path) ?? this.#findOrFetch(proof, wanted, path);
    this.#found.set(path, found);
    return found;
  }

  async #findOrFetch(proof: ProofFactsFragment, wanted: Wanted, destination: string): Promise<string> {
    const kept = await wanted.store.find(wanted.sha256);
    if (kept !== undefined) return kept;
    await makePrivateDir(this.#place.folder);
    try {
      await this.#fetch(proof, wanted, destination);
    } catch (error) {
      if (!isRefusal(error, 'DOWNLOAD_REFUSED')) throw error;
      // Links hold for minutes, and lists of proofs are read for longer.
      await this.#fetch(await readProof(this.#place.server, proof.id), wanted, destination);
    }
    return destination;
  }

  async #fetch(proof: ProofFactsFragment, { sha256, urlOf, maxBytes, what }: Wanted, destination: string) {
    const url = urlOf(proof);
    if (url === null) throw notToBeHad(what, sha256);
    const { server, signal } = this.#place;
    await downloadFile({ address: server.address, url, destination, maxBytes, sha256, signal });
  }
}

function notToBeHad(what: string, sha256: string): ClientError {
  return new ClientError(`${what} (SHA-256 ${sha256}) is neither here nor at the server`, {
    code: 'FILE_GONE',
    expected: 'a file that was kept on this machine, or one that the server still has',
    help: 'run this where it was published or verified before, or copy that data directory here',
  });
}
