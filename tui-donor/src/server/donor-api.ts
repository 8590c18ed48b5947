import * as operations from '@cairn/shared-schema/donor';
import {
  FileUpload,
  GraphqlClient,
  isRefusal,
  type RetryOptions,
  retryTransient,
  type ServerAddress,
} from '@cairn/tui-kit';
import { checkReservation } from './check-reservation.js';

export type Reservation = operations.WorkReservationFragment;
type GroupState = operations.InputGroupState;

/** How the API is asked again when it fails for a passing reason. */
export type RetryPolicy = Pick<RetryOptions, 'attempts' | 'firstDelayMs' | 'maxDelayMs'>;

export interface DonorApiOptions {
  readonly serverUrl: string;
  readonly retry?: RetryPolicy;
  /** Told before each wait: what was asked, why it failed, how long it waits. */
  readonly onRetry?: (what: string, error: Error, delayMs: number) => void;
}

/**
 * What a donor asks of the server. Everything here may be asked twice without harm, so passing failures are tried
 * again; what the server refuses is thrown as ServerRefusedError.
 */
export class DonorApi {
  readonly #client: GraphqlClient;

  constructor(private readonly options: DonorApiOptions) {
    this.#client = new GraphqlClient({ serverUrl: options.serverUrl });
  }

  get address(): ServerAddress {
    return this.#client.address;
  }

  /** What the server is and takes. The first question: whether anybody is there shows soon, unless one waits for it. */
  async limits(wait: boolean, signal: AbortSignal): Promise<operations.ServerLimitsQuery['serverInfo']> {
    const send = () => this.#client.request(operations.ServerLimitsDocument, {}, { signal });
    return (await this.#again('reach the server', send, signal, wait ? {} : { attempts: 2 })).serverInfo;
  }

  /** @returns undefined where there is nothing of that kind to do */
  async reserve(input: operations.ReserveInput, signal: AbortSignal): Promise<Reservation | undefined> {
    try {
      const send = () => this.#client.request(operations.ReserveDocument, { input }, { signal });
      const { reserveInputGroup } = await this.#again('ask for work', send, signal);
      return checkReservation(reserveInputGroup, this.address.url);
    } catch (error) {
      if (isRefusal(error, 'INPUT_GROUP_NOT_FOUND')) return undefined;
      throw error;
    }
  }

  /** @returns undefined where the server does not know the token */
  async reservation(token: string, signal: AbortSignal): Promise<Reservation | undefined> {
    try {
      const send = () => this.#client.request(operations.ReservationOfDocument, { token }, { signal });
      const { reservation } = await this.#again('look at the reservation', send, signal);
      return reservation ? checkReservation(reservation, this.address.url) : undefined;
    } catch (error) {
      if (isRefusal(error, 'RESERVATION_NOT_FOUND')) return undefined;
      throw error;
    }
  }

  /** @returns undefined where the group is gone */
  async groupState(id: string, signal: AbortSignal): Promise<GroupState | undefined> {
    const send = () => this.#client.request(operations.GroupStateDocument, { id }, { signal });
    return (await this.#again('look at the input group', send, signal)).inputGroup?.state;
  }

  /** One try: who renews has its own rhythm. @returns the new deadline */
  async renew(token: string, signal: AbortSignal): Promise<string> {
    const answer = await this.#client.request(
      operations.RenewDocument,
      { token },
      { signal, timeoutMs: 10_000 },
    );
    return answer.renewReservation.expiresAt;
  }

  /** One try, for it stands in the way of ending. */
  async release(token: string, timeoutMs: number): Promise<void> {
    const signal = AbortSignal.timeout(timeoutMs);
    await this.#client.request(operations.ReleaseDocument, { token }, { signal });
  }

  async reportFailure(input: operations.ReportFailureInput, signal: AbortSignal): Promise<void> {
    const send = () => this.#client.request(operations.ReportFailureDocument, { input }, { signal });
    await this.#again('report the failure', send, signal);
  }

  async reportBadExecution(input: operations.ReportBadExecutionInput, signal: AbortSignal): Promise<void> {
    const send = () => this.#client.request(operations.ReportBadExecutionDocument, { input }, { signal });
    await this.#again('report the execution', send, signal);
  }

  async submitExecution(token: string, path: string, signal: AbortSignal): Promise<void> {
    const send = () => {
      const input = { token, execution: FileUpload.fromPath(path) };
      return this.#client.request(
        operations.SubmitExecutionDocument,
        { input },
        { signal, timeoutMs: 120_000 },
      );
    };
    await this.#again('send the execution', send, signal);
  }

  /** @returns the id of the accepted proof */
  async submitProof(
    proof: { inputGroupId: string; token?: string; path: string; proveSeconds: number },
    signal: AbortSignal,
  ): Promise<string> {
    const { path, ...rest } = proof;
    const send = () => {
      const input = { ...rest, proof: FileUpload.fromPath(path) };
      return this.#client.request(operations.SubmitProofDocument, { input }, { signal, timeoutMs: 120_000 });
    };
    return (await this.#again('send the proof', send, signal)).submitProof.id;
  }

  /** Pages through the programs that have input groups. */
  async programs(page: operations.ProgramsWithWorkQueryVariables, signal: AbortSignal) {
    const send = () => this.#client.request(operations.ProgramsWithWorkDocument, page, { signal });
    return (await this.#again('look at the programs', send, signal)).programs;
  }

  /** The state of a reservation, now and at each change, until it has ended. */
  updates(token: string, signal: AbortSignal): AsyncIterable<operations.ReservationUpdatesSubscription> {
    return this.#client.subscribe(operations.ReservationUpdatesDocument, { token }, { signal });
  }

  #again<T>(what: string, send: () => Promise<T>, signal: AbortSignal, policy: RetryPolicy = {}): Promise<T> {
    const onRetry = (error: Error, delayMs: number): void => this.options.onRetry?.(what, error, delayMs);
    return retryTransient(send, { ...this.options.retry, ...policy, signal, onRetry });
  }
}
