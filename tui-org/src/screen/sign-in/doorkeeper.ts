import type { RegisterInput } from '@cairn/shared-schema/org';
import { ValueStore } from '@cairn/tui-kit/screen';
import { logIn } from '../../account/log-in.js';
import { logOut } from '../../account/log-out.js';
import { registerAccount } from '../../account/register-account.js';
import type { Session } from '../../account/session.js';
import type { Workplace } from '../../cli/workplace.js';
import type { Desk } from '../desk/desk.js';
import { quietPlace } from '../desk/quiet-place.js';
import { LiveFeed } from '../live/live-feed.js';
import type { PageName } from '../page.js';
import { problemOf } from '../problem-of.js';
import { ProgramsFeed } from '../programs/programs-feed.js';

/** Who is signed in. */
export type Door =
  | { readonly state: 'looking' }
  | { readonly state: 'closed'; readonly problem: string | undefined }
  | { readonly state: 'open'; readonly desk: Desk };

/** Lets an organization in, by the session that this machine remembers or by its password, and out again. */
export class Doorkeeper implements Disposable {
  readonly door = new ValueStore<Door>({ state: 'looking' });
  #leaving = new AbortController();

  constructor(readonly place: Workplace) {}

  /** Lets in whoever is remembered; the server is not asked for that. */
  async start(): Promise<void> {
    try {
      const session = await this.place.sessions.read();
      if (session === undefined) this.#close();
      else this.#open(session);
    } catch (error) {
      this.#close(problemOf(error));
    }
  }

  /** @returns what is wrong; undefined when one is in */
  logIn(username: string, password: string): Promise<string | undefined> {
    return this.#enter(() => logIn(this.place, username, password));
  }

  /** @returns what is wrong; undefined when one is in */
  register(input: RegisterInput): Promise<string | undefined> {
    return this.#enter(() => registerAccount(this.place, input));
  }

  /** Does what is left to do, such as sending decisions, once. @returns remarks for the person */
  async leave(): Promise<string[]> {
    const door = this.door.get();
    if (door.state !== 'open') return [];
    const all = [...door.desk.farewells];
    door.desk.farewells.clear();
    const remarks = await Promise.all(all.map((end) => end()));
    return remarks.filter((remark) => remark !== undefined);
  }

  [Symbol.dispose](): void {
    this.#leaving.abort();
  }

  async #enter(begin: () => Promise<Session>): Promise<string | undefined> {
    try {
      this.#open(await begin());
      return undefined;
    } catch (error) {
      return problemOf(error);
    }
  }

  #open(session: Session): void {
    this.#leaving = new AbortController();
    const signal = AbortSignal.any([this.place.signal, this.#leaving.signal]);
    const server = this.place.server.onlyFor(session.organization.id);
    const place = quietPlace({ ...this.place, server }, { signal });
    const live = new LiveFeed(place);
    const desk: Desk = {
      place,
      session,
      live,
      programs: new ProgramsFeed(place, live),
      program: new ValueStore<string | undefined>(undefined),
      page: new ValueStore<PageName>('Programs'),
      farewells: new Set(),
      signOut: async () => {
        const remarks = await this.leave();
        await logOut(this.place, session);
        this.#close(remarks.length === 0 ? undefined : remarks.join(' '));
      },
    };
    this.door.set({ state: 'open', desk });
    live.listen().catch((error: unknown) => this.#close(problemOf(error)));
  }

  #close(problem?: string): void {
    void this.leave();
    this.#leaving.abort();
    this.door.set({ state: 'closed', problem });
  }
}
