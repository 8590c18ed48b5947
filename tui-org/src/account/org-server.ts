import { RefreshSessionDocument } from '@cairn/shared-schema/org';
import { GraphqlClient, isRefusal } from '@cairn/tui-kit';
import { checkSession, isStale, type Session } from './session.js';
import { notLoggedIn, otherAccount, sessionExpired } from './session-over.js';
import type { SessionStore } from './session-store.js';

const ENDED = ['INVALID_TOKEN', 'REFRESH_TOKEN_NOT_FOUND', 'BAD_BASE_64_ENCODING'];

/** The server as a signed-in organization meets it: the session is renewed without asking, and once on demand. */
export class OrgServer {
  /** For operations that need no session: register and log in. */
  readonly anonymous: GraphqlClient;
  readonly #client: GraphqlClient;
  readonly #store: SessionStore;
  readonly #now: () => Date;
  readonly #account: string | undefined;
  #renewal: Promise<Session> | undefined;

  /** @param account the organization that it is for; whoever is logged in when left out */
  constructor(
    serverUrl: string,
    store: SessionStore,
    { now = () => new Date(), account }: { now?: () => Date; account?: string } = {},
  ) {
    this.anonymous = new GraphqlClient({ serverUrl });
    this.#client = new GraphqlClient({
      serverUrl,
      token: async () => (await this.session()).basicToken.token,
    });
    this.#store = store;
    this.#now = now;
    this.#account = account;
  }

  /** The same server for one organization alone: where another one is logged in meanwhile, nothing is asked in its name. */
  onlyFor(account: string): OrgServer {
    return new OrgServer(this.address.url, this.#store, { now: this.#now, account });
  }

  get address(): GraphqlClient['address'] {
    return this.anonymous.address;
  }

  /**
   * The session, with a token that lives long enough for a request.
   * @throws ClientError NOT_LOGGED_IN, SESSION_EXPIRED, OTHER_ACCOUNT; what the server or the way to it throws
   */
  async session(): Promise<Session> {
    const session = await this.#store.read();
    if (session === undefined) throw notLoggedIn(this.address.url);
    if (this.#account !== undefined && session.organization.id !== this.#account)
      throw otherAccount(session.username, this.address.url);
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
      const kept = await this.#store.read();
      // Who logged in or out meanwhile is not undone.
      if (kept?.refreshToken.id === session.refreshToken.id) await this.#store.write(renewed);
      return renewed;
    } catch (error) {
      throw isRefusal(error, ...ENDED) ? sessionExpired(session.username, this.address.url, error) : error;
    }
  }
}
