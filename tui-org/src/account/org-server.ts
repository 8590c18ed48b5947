import { RefreshSessionDocument } from '@cairn/shared-schema/org';
import { ClientError, GraphqlClient, isRefusal } from '@cairn/tui-kit';
import { checkSession, isStale, type Session } from './session.js';
import type { SessionStore } from './session-store.js';

const ENDED = ['INVALID_TOKEN', 'REFRESH_TOKEN_NOT_FOUND', 'BAD_BASE_64_ENCODING'];

/** The server as a signed-in organization meets it: the session is renewed without asking, and once on demand. */
export class OrgServer {
  /** For operations that need no session: register and log in. */
  readonly anonymous: GraphqlClient;
  readonly #client: GraphqlClient;
  readonly #store: SessionStore;
  readonly #now: () => Date;
  #renewal: Promise<Session> | undefined;

  constructor(serverUrl: string, store: SessionStore, now: () => Date = () => new Date()) {
    this.anonymous = new GraphqlClient({ serverUrl });
    this.#client = new GraphqlClient({
      serverUrl,
      token: async () => (await this.session()).basicToken.token,
    });
    this.#store = store;
    this.#now = now;
  }

  get address(): GraphqlClient['address'] {
    return this.anonymous.address;
  }

  /**
   * The session, with a token that lives long enough for a request.
   * @throws ClientError NOT_LOGGED_IN, SESSION_EXPIRED; what the server or the way to it throws
   */
  async session(): Promise<Session> {
    const session = await this.#store.read();
    if (session === undefined) throw notLoggedIn(this.address.url);
    return isStale(session.basicToken.expiresAt, this.#now()) ? this.#renew(session) : session;
  }

  /**
   * Sends operations with the session, again when the server no longer takes the token.
   * @throws as `session`, and what `use` throws
   */
  async call<T>(use: (api: GraphqlClient) => Promise<T>): Promise<T> {
    const session = await this.session();
    try {
      return await use(this.#client);
    } catch (error) {
      if (!isRefusal(error, 'INVALID_TOKEN')) throw error;
      await this.#renew(session);
      return await use(this.#client);
    }
  }

  /** Requests that run side by side share one renewal. */
  #renew(session: Session): Promise<Session> {
    this.#renewal ??= this.#askForToken(session).finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #askForToken(session: Session): Promise<Session> {
    try {
      const answer = await this.anonymous.request(RefreshSessionDocument, {
        refreshToken: session.refreshToken.token,
      });
      const renewed = checkSession({ ...session, basicToken: answer.refreshToken }, this.address.url);
      await this.#store.write(renewed);
      return renewed;
    } catch (error) {
      throw isRefusal(error, ...ENDED) ? sessionExpired(session.username, this.address.url, error) : error;
    }
  }
}

function notLoggedIn(url: string): ClientError {
  return new ClientError(`nobody is logged in at ${url}`, {
    code: 'NOT_LOGGED_IN',
    expected: 'a session of an organization',
    help: 'run `cairn-org login --username U`; without an account yet, `cairn-org register --username U --name N`',
  });
}

function sessionExpired(username: string, url: string, cause: unknown): ClientError {
  return new ClientError(`the session of ${username} at ${url} has expired`, {
    code: 'SESSION_EXPIRED',
    expected: 'a session that the server still knows',
    help: `run \`cairn-org login --username ${username}\``,
    cause,
  });
}
