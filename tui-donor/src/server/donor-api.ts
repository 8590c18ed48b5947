import * as operations from '@cairn/shared-schema/donor';
import {
  type ConnectionState,
  FileUpload,
  GraphqlClient,
  isRefusal,
  type RetryOptions,
  retryTransient,
  type ServerAddress,
  sendUpload,
} from '@cairn/tui-kit';
import type { Target } from '../selection/target.js';
import { allNodes, type PageSizes } from './all-nodes.js';
import { checkReservation } from './check-reservation.js';
import { isUploadLost } from './is-upload-lost.js';

export type Reservation = operations.WorkReservationFragment;
type GroupState = operations.InputGroupState;
type BrowsedOrganizations = operations.BrowseOrganizationsQuery['organizations']['nodes'];
type BrowsedPrograms = operations.BrowseProgramsQuery['programs']['nodes'];

/** What is shown of one that is worked for, or not. */
export type TargetFacts =
  | NonNullable<operations.ProgramNameQuery['program']>
  | NonNullable<operations.OrganizationNameQuery['organization']>;

/** How the API is asked again when it fails for a passing reason. */
export type RetryPolicy = Pick<RetryOptions, 'attempts' | 'firstDelayMs' | 'maxDelayMs'>;

/** Files of so many bytes are sent so that they can be gone on with; smaller ones are sent again whole. */
const RESUMABLE_FROM = 1024 * 1024;

/** How long nothing may move while a file goes or is looked at, in milliseconds. */
const SUBMIT_MS = 120_000;

/** A file that is whole on disk. */
export interface FinishedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface DonorApiOptions {
  readonly serverUrl: string;
  readonly retry?: RetryPolicy;
  /** Told before each wait: what was asked, why it failed, how long it waits. */
  readonly onRetry?: (what: string, error: Error, delayMs: number) => void;
  /** Told what happens to the connection that brings the news of a reservation. */
  readonly onConnection?: (state: ConnectionState) => void;
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

  /** How it asks again. */
  get retryPolicy(): RetryPolicy {
    return this.options.retry ?? {};
  }

  /** What the server is and takes. The first question: whether anybody is there shows soon, unless one waits for it. */
  async limits(wait: boolean, signal: AbortSignal): Promise<operations.ServerLimitsQuery['serverInfo']> {
    const send = () => this.#client.request(operations.ServerLimitsDocument, {}, { signal });
    return (await this.#again('begin', send, signal, wait ? {} : { attempts: 2 })).serverInfo;
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

  async submitExecution(token: string, file: FinishedFile, signal: AbortSignal): Promise<void> {
    const what = 'send the execution';
    const uploadId = await this.#upload(what, { token, kind: 'EXECUTION' }, file, signal);
    const send = () => {
      const input = { token, ...(uploadId === undefined ? { execution: along(file) } : { uploadId }) };
      return this.#client.request(
        operations.SubmitExecutionDocument,
        { input },
        { signal, timeoutMs: SUBMIT_MS },
      );
    };
    await this.#again(what, send, signal);
  }

  /**
   * Whoever has reserved sends a large one ahead; what the server has lost of that goes along.
   * @returns the id of the accepted proof
   */
  async submitProof(
    proof: Omit<operations.SubmitProofInput, 'proof' | 'uploadId'>,
    file: FinishedFile,
    signal: AbortSignal,
  ): Promise<string> {
    const what = 'send the proof';
    const send = async (sent: Pick<operations.SubmitProofInput, 'proof' | 'uploadId'>): Promise<string> => {
      const variables = { input: { ...proof, ...sent } };
      const timing = { signal, timeoutMs: SUBMIT_MS };
      const submit = () => this.#client.request(operations.SubmitProofDocument, variables, timing);
      return (await this.#again(what, submit, signal)).submitProof.id;
    };
    const { token } = proof;
    const uploadId = token ? await this.#upload(what, { token, kind: 'PROOF' }, file, signal) : undefined;
    if (uploadId === undefined) return send({ proof: along(file) });
    return send({ uploadId }).catch((error: unknown) => {
      if (!isUploadLost(error)) throw error;
      return send({ proof: along(file) });
    });
  }

  /**
   * Sends a large file ahead of its hand-over; what the server has of it by now is not sent again.
   * @returns the id to hand it in by; undefined for one that goes along: a small one, or one that may not be sent ahead
   */
  async #upload(
    what: string,
    whose: Pick<operations.BeginUploadInput, 'token' | 'kind'>,
    { path, bytes, sha256 }: FinishedFile,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    if (bytes < RESUMABLE_FROM) return undefined;
    const input = { ...whose, size: bytes, sha256 };
    const begin = async () =>
      (await this.#client.request(operations.BeginUploadDocument, { input }, { signal })).beginUpload;
    const retry = this.#retryOptions(what, signal);
    try {
      return await sendUpload({ ...retry, address: this.address, path, begin, timeoutMs: SUBMIT_MS });
    } catch (error) {
      // There is no room for all that donors have announced: whoever brings the whole file may still find room for it.
      if (isRefusal(error, 'INVALID_STATE')) return undefined;
      throw error;
    }
  }

  /** Pages through the programs that have input groups. */
  async programs(page: operations.ProgramsWithWorkQueryVariables, signal: AbortSignal) {
    const send = () => this.#client.request(operations.ProgramsWithWorkDocument, page, { signal });
    return (await this.#again('look at the programs', send, signal)).programs;
  }

  /** Everybody who publishes programs, as far as there are not thousands of them. */
  browseOrganizations(sizes: PageSizes, signal: AbortSignal): Promise<BrowsedOrganizations> {
    return allNodes(async (page) => {
      return (await this.#client.request(operations.BrowseOrganizationsDocument, page, { signal }))
        .organizations;
    }, sizes);
  }

  /** The programs of an organization. */
  browsePrograms(organizationId: string, sizes: PageSizes, signal: AbortSignal): Promise<BrowsedPrograms> {
    return allNodes(async (page) => {
      const variables = { ...page, organizationId };
      return (await this.#client.request(operations.BrowseProgramsDocument, variables, { signal })).programs;
    }, sizes);
  }

  /** A program, or an organization, by its id. @returns undefined where there is none */
  async targetFacts({ kind, id }: Target, signal: AbortSignal): Promise<TargetFacts | undefined> {
    if (kind === 'organization') {
      const answer = await this.#client.request(operations.OrganizationNameDocument, { id }, { signal });
      return answer.organization ?? undefined;
    }
    const answer = await this.#client.request(operations.ProgramNameDocument, { id }, { signal });
    return answer.program ?? undefined;
  }

  /** The README of a program; empty where it has none. */
  async browseReadme(id: string, signal: AbortSignal): Promise<string> {
    return (
      (await this.#client.request(operations.BrowseReadmeDocument, { id }, { signal })).program?.readme ?? ''
    );
  }

  /** The state of a reservation, now and at each change, until it has ended. */
  updates(token: string, signal: AbortSignal): AsyncIterable<operations.ReservationUpdatesSubscription> {
    const { onConnection } = this.options;
    const watch = onConnection === undefined ? { signal } : { signal, onConnection };
    return this.#client.subscribe(operations.ReservationUpdatesDocument, { token }, watch);
  }

  /** What became of an input group's proof. @returns undefined where the group is gone */
  async pieceStanding(id: string, signal: AbortSignal): Promise<operations.PieceStandingQuery['inputGroup']> {
    return (await this.#client.request(operations.PieceStandingDocument, { id }, { signal })).inputGroup;
  }

  /** The state of an input group, now and at each change. */
  groupUpdates(id: string, signal: AbortSignal): AsyncIterable<operations.GroupUpdatesSubscription> {
    return this.#client.subscribe(operations.GroupUpdatesDocument, { id }, { signal });
  }

  #again<T>(what: string, send: () => Promise<T>, signal: AbortSignal, policy: RetryPolicy = {}): Promise<T> {
    return retryTransient(send, { ...this.#retryOptions(what, signal), ...policy });
  }

  #retryOptions(what: string, signal: AbortSignal): RetryOptions {
    const onRetry = (error: Error, delayMs: number): void => this.options.onRetry?.(what, error, delayMs);
    return { ...this.options.retry, signal, onRetry };
  }
}

/** A file that goes with the request that hands it in. */
function along({ path }: FinishedFile): FileUpload {
  return FileUpload.fromPath(path);
}
