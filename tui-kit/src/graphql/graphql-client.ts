import type { GraphqlDocument } from './graphql-document.js';
import { type CollectedBody, requestBody } from './request-body.js';
import { type RequestOptions, sendRequest } from './send-request.js';
import { type ServerAddress, serverAddress } from './server-address.js';
import { type SubscribeOptions, subscribe } from './subscribe.js';

export interface GraphqlClientOptions {
  /** The server's root, such as `http://127.0.0.1:8080`. */
  readonly serverUrl: string;
  /** Asked before each request: the bearer token, or nothing. */
  readonly token?: () => string | undefined | Promise<string | undefined>;
  /** How long a request may go without a sign of life, in milliseconds (default 30,000). */
  readonly timeoutMs?: number;
}

/** A typed client of the Cairn API. It keeps no state but its address and where to ask for the token. */
export class GraphqlClient {
  readonly address: ServerAddress;
  readonly #options: GraphqlClientOptions;

  /** @throws UsageError when the address is not an http or https URL */
  constructor(options: GraphqlClientOptions) {
    this.address = serverAddress(options.serverUrl);
    this.#options = options;
  }

  /**
   * Sends a query or a mutation. Files go along as {@link FileUpload} in the variables and are streamed from disk.
   * @throws ServerRefusedError, ServerUnreachableError, UnexpectedAnswerError; the reason of `options.signal`
   */
  async request<TResult, TVariables>(
    document: GraphqlDocument<TResult, TVariables>,
    variables: TVariables,
    options: RequestOptions = {},
  ): Promise<TResult> {
    const token = await this.#options.token?.();
    const body = (onChunk: () => void): CollectedBody => requestBody(document.toString(), variables, onChunk);
    const timeoutMs = options.timeoutMs ?? this.#options.timeoutMs ?? 30_000;
    const data = await sendRequest(this.address, body, { ...options, timeoutMs, token });
    return data as TResult;
  }

  /**
   * Subscribes over a WebSocket. It connects again by itself, so that the first event after a break is the present
   * state. The iteration ends when the server completes it or `options.signal` aborts.
   * @throws ServerRefusedError when the server refuses the subscription
   */
  subscribe<TResult, TVariables>(
    document: GraphqlDocument<TResult, TVariables>,
    variables: TVariables,
    options: SubscribeOptions = {},
  ): AsyncIterable<TResult> {
    return subscribe<TResult>(this.address, document.toString(), variables, {
      token: this.#options.token,
      ...options,
    });
  }
}
