import type { ServerKey } from '@cairn/shared-schema';
import * as operations from '@cairn/shared-schema/donor';
import { GraphqlClient, type RetryOptions, retryTransient } from '@cairn/tui-kit';

export type Standing = operations.StandingFragment;
export type LeaderboardEntry = operations.LeaderboardQuery['leaderboard'][number];
type ReceiptPage = operations.ReceiptsQuery['receipts'];

/** What is asked of a server about credit. */
export class CreditApi {
  readonly #client: GraphqlClient;

  /** @param retry how it is asked again where the work waits for the answer */
  constructor(
    serverUrl: string,
    private readonly retry: RetryOptions = { attempts: 1 },
  ) {
    this.#client = new GraphqlClient({ serverUrl });
  }

  get url(): string {
    return this.#client.address.url;
  }

  /** The server's keys, the current one first. */
  async keys(signal: AbortSignal): Promise<readonly ServerKey[]> {
    const send = () => this.#client.request(operations.ServerKeysDocument, {}, { signal });
    return (await retryTransient(send, { ...this.retry, signal })).serverInfo.receiptKeys;
  }

  async standing(publicKey: string, programId: string | undefined, signal: AbortSignal): Promise<Standing> {
    const variables = { publicKey, programId: programId ?? null };
    return (await this.#client.request(operations.StandingDocument, variables, { signal })).donor;
  }

  async leaderboard(
    programId: string | undefined,
    first: number,
    signal: AbortSignal,
  ): Promise<readonly LeaderboardEntry[]> {
    const variables = { programId: programId ?? null, first };
    return (await this.#client.request(operations.LeaderboardDocument, variables, { signal })).leaderboard;
  }

  /** Receipts, the newest first. */
  async receipts(publicKey: string, after: string | null, signal: AbortSignal): Promise<ReceiptPage> {
    const variables = { publicKey, first: 50, after };
    return (await this.#client.request(operations.ReceiptsDocument, variables, { signal })).receipts;
  }

  async setNickname(input: operations.SetNicknameInput, signal: AbortSignal): Promise<Standing> {
    return (await this.#client.request(operations.SetNicknameDocument, { input }, { signal })).setNickname;
  }
}
