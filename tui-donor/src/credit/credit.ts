import {
  formatReceipt,
  isReceiptSigned,
  NoReceiptError,
  nicknameBytes,
  type Receipt,
  readReceipt,
  signBytes,
  submissionBytes,
} from '@cairn/shared-schema';
import type { DonorSignatureInput } from '@cairn/shared-schema/donor';
import { isRefusal, type RetryOptions, UnexpectedAnswerError } from '@cairn/tui-kit';
import { CreditApi, type Standing } from './credit-api.js';
import { type DonorKey, donorKeyFile, readOrMakeDonorKey } from './donor-key.js';
import { judgeReceipt } from './judge-receipt.js';
import { KnownServers } from './known-servers.js';
import { ReceiptStore } from './receipt-store.js';

/** So long the work waits for what is not the work. */
const SYNC_MS = 15_000;
/** Pages of receipts, of 50 each, that one look reads at most: 50,000 new ones. */
const MOST_PAGES = 1000;

export interface CreditParts {
  readonly dataDir: string;
  readonly serverUrl: string;
  /** What the donor wants to be called; null for nothing. Asked each time. */
  readonly nickname: () => string | null;
  readonly retry?: RetryOptions;
}

/** A donor's credit at one server: who it is, what it signs, and what it is given for that. */
export class Credit {
  readonly api: CreditApi;
  readonly servers: KnownServers;
  readonly receipts: ReceiptStore;
  #key: DonorKey | undefined;
  /** The server's key; undefined before it was met, and for one that has none. */
  #server: string | undefined;

  constructor(private readonly parts: CreditParts) {
    this.api = new CreditApi(parts.serverUrl, parts.retry);
    this.servers = new KnownServers(parts.dataDir);
    this.receipts = new ReceiptStore(parts.dataDir);
  }

  /**
   * Makes the donor's key on the first start, and makes sure that the server is the one that it was.
   * @throws ClientError SERVER_KEY_CHANGED; what keeps the server from being asked
   */
  async meet(signal: AbortSignal): Promise<void> {
    this.#key = await readOrMakeDonorKey(this.parts.dataDir);
    this.#server = await this.servers.meet(this.api.url, await this.api.keys(signal));
  }

  /** The file of the donor's key, where others can read it and that cannot be helped. */
  get unprotectedKey(): string | undefined {
    return this.#key?.isUnprotected === true ? donorKeyFile(this.parts.dataDir) : undefined;
  }

  /** Says that this donor hands in this proof; undefined for a server that credits nobody. */
  sign(inputGroupId: string, proofSha256: string): DonorSignatureInput | undefined {
    if (this.#key === undefined || this.#server === undefined) return undefined;
    const donor = this.#key.publicKey;
    return this.#signed(submissionBytes({ server: this.#server, inputGroupId, proofSha256, donor }));
  }

  /** How the donor stands; undefined where nobody can say. */
  async standing(signal: AbortSignal): Promise<Standing | undefined> {
    if (this.#key === undefined || this.#server === undefined) return undefined;
    return this.api.standing(this.#key.publicKey, undefined, signal);
  }

  /** {@link fetchReceipts} and {@link tellNickname}, for which no work waits for long and none fails. */
  async sync(signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([signal, AbortSignal.timeout(SYNC_MS)]);
    try {
      await this.tellNickname(either);
      await this.fetchReceipts(either);
    } catch {
      // The next time, or `cairn-donor receipts`, which says what is wrong.
      signal.throwIfAborted();
    }
  }

  /**
   * Fetches the receipts that are not here yet. None is written before all are here, and then the oldest first: whenever
   * that is cut short, what is missing is newer than what is here, and the next look finds it.
   * @returns how many those were
   * @throws UnexpectedAnswerError for one that the server has not signed, or that is another donor's, and for more than
   *   {@link MOST_PAGES} pages of new ones; then none is written
   */
  async fetchReceipts(signal: AbortSignal): Promise<number> {
    const publicKey = this.#key?.publicKey;
    if (publicKey === undefined || this.#server === undefined) return 0;
    const fresh = await this.#newReceipts(publicKey, signal);
    for (const receipt of fresh.reverse()) await this.receipts.put(receipt);
    return fresh.length;
  }

  /** Those that are not here, or no longer hold as they are here: the newest first, as the server gives them. */
  async #newReceipts(publicKey: string, signal: AbortSignal): Promise<Receipt[]> {
    const known = await this.servers.all();
    const holds = (text: string): boolean => judgeReceipt(text, known).valid;
    const all: Receipt[] = [];
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { nodes, pageInfo } = await this.api.receipts(publicKey, after, signal);
      const before = all.length;
      for (const found of nodes) {
        const receipt = this.#checked(found, publicKey);
        if (!(await this.receipts.has(receipt, holds))) all.push(receipt);
      }
      // Behind a page without a new one there is none.
      if (all.length === before || !pageInfo.hasNextPage) return all;
      after = pageInfo.endCursor ?? null;
    }
    throw new UnexpectedAnswerError(this.api.url, `with more than ${MOST_PAGES} pages of new receipts`);
  }

  /**
   * Tells the server what the donor wants to be called, where it shows something else.
   * @param nickname null for nothing, which leaves what the server has; empty takes that away
   * @returns whether the server shows it now; it does not before the first accepted proof
   */
  async tellNickname(signal: AbortSignal, nickname = this.parts.nickname()): Promise<boolean> {
    if (nickname === null) return true;
    const standing = await this.standing(signal);
    if (standing === undefined) return false;
    if ((standing.nickname ?? '') === nickname) return true;
    try {
      await this.#setNickname(nickname, signal);
      return true;
    } catch (error) {
      if (isRefusal(error, 'INVALID_STATE')) return false;
      throw error;
    }
  }

  async #setNickname(nickname: string, signal: AbortSignal): Promise<void> {
    const at = new Date().toISOString();
    const [server, donor] = [this.#server ?? '', this.#key?.publicKey ?? ''];
    const signed = this.#signed(nicknameBytes({ server, donor, nickname, at }));
    await this.api.setNickname({ donor: signed, nickname, at }, signal);
  }

  #checked(found: object, donor: string): Receipt {
    const receipt = receiptOf(found);
    const holds = receipt?.server === this.#server && receipt?.donor === donor && isReceiptSigned(receipt);
    if (!holds) throw new UnexpectedAnswerError(this.api.url, 'with a receipt that does not hold');
    return receipt;
  }

  #signed(bytes: Uint8Array): DonorSignatureInput {
    if (this.#key === undefined) throw new Error('nothing can be signed before the server was met');
    const { publicKey, privateKey } = this.#key;
    return { publicKey, signature: signBytes(privateKey, bytes) };
  }
}

/** Held to the form of a receipt's file, which it becomes. */
function receiptOf(found: object): Receipt | undefined {
  try {
    return readReceipt(formatReceipt(found as Receipt));
  } catch (error) {
    if (error instanceof NoReceiptError) return undefined;
    throw error;
  }
}
