import type { ValueStore } from '@cairn/tui-kit/screen';
import type { Session } from '../../account/session.js';
import type { Workplace } from '../../cli/workplace.js';
import type { LiveFeed } from '../live/live-feed.js';
import type { PageName } from '../page.js';
import type { ProgramsFeed } from '../programs/programs-feed.js';

/** What the pages work with, as long as one organization is signed in. */
export interface Desk {
  /** For the operations that the commands have too. It writes nothing; its signal is aborted when one signs out or quits. */
  readonly place: Workplace;
  readonly session: Session;
  /** The connection, and what is new at the server. */
  readonly live: LiveFeed;
  /** The organization's programs. */
  readonly programs: ProgramsFeed;
  /** Id of the program at hand: one chosen on a page is chosen on all. */
  readonly program: ValueStore<string | undefined>;
  /** The page in front. */
  readonly page: ValueStore<PageName>;
  /** What pages do at the very end, before one is signed out; each may leave a remark for the person. */
  readonly farewells: Set<() => Promise<string | undefined>>;
  /** Forgets the session, here and at the server. */
  signOut(): Promise<void>;
}
