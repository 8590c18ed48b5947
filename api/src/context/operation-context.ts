import type { EntityManager } from '@mikro-orm/sql';
import type { Config } from '../config/config.js';
import type { DatabaseClock } from '../database/database-clock.js';
import type { Events } from '../events/events.js';
import type { FileStore } from '../files/file-store.js';
import type { ProverPool } from '../prover/prover-pool.js';
import type { Caller } from './caller.js';
import type { LoginGuard } from '../account/login-guard.js';
import type { Log } from './log.js';

/** What stays the same for every request of one server. */
export interface ServerContext {
  readonly config: Config;
  readonly files: FileStore;
  readonly prover: ProverPool;
  readonly clock: DatabaseClock;
  readonly events: Events;
  readonly loginGuard: LoginGuard;
}

/** What an operation is given: the server's parts, and what belongs to this one request. */
export interface OperationContext extends ServerContext {
  /** Forked for this request; never shared with another. */
  readonly em: EntityManager;
  readonly caller: Caller;
  /** Carries the request id. */
  readonly log: Log;
  /** Input groups whose files this request may see because it showed a live reservation's token. */
  readonly grantedGroups: Set<string>;
}
