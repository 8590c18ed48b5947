import type { EntityManager } from '@mikro-orm/sql';
import type { LoginGuard } from '../account/login-guard.js';
import type { Passwords } from '../account/passwords.js';
import type { KeyedLock } from '../concurrency/keyed-lock.js';
import type { Seats } from '../concurrency/seats.js';
import type { UnderWay } from '../concurrency/under-way.js';
import type { Config } from '../config/config.js';
import type { ServerKeys } from '../credit/server-keys.js';
import type { DatabaseClock } from '../database/database-clock.js';
import type { Database } from '../database/open-database.js';
import type { Events } from '../events/events.js';
import type { DownloadLinks } from '../files/download-link.js';
import type { FileStore } from '../files/file-store.js';
import type { RequestRates } from '../http/request-rates.js';
import type { GroupCensus } from '../input-group/group-census.js';
import type { InputArchives } from '../input-group/input-archives.js';
import type { Metrics } from '../metrics/metrics.js';
import type { AcceptQueue } from '../proof/accept/accept-queue.js';
import type { Prover } from '../prover/prover.js';
import type { AccountRates } from '../rate-limit/account-rates.js';
import type { RateStore } from '../rate-limit/rate-store.js';
import type { ClaimQueue } from '../reservation/claim/claim-queue.js';
import type { ClaimRates } from '../reservation/claim-rates.js';
import type { Spans } from '../spans/spans.js';
import type { PieceRemovals } from '../upload/piece-removals.js';
import type { UploadLinks } from '../upload/upload-link.js';
import type { AnswerRoom } from './answer-room.js';
import type { Caller } from './caller.js';
import type { Log } from './log.js';
import type { RequestView } from './request-view.js';

/** What stays the same for every request of one server. */
export interface ServerContext {
  readonly config: Config;
  readonly database: Database;
  readonly files: FileStore;
  /** Shared while a file is stored and the rows that name it are written; held alone while one that no row names is deleted. */
  readonly fileLocks: KeyedLock;
  readonly links: DownloadLinks;
  readonly uploadLinks: UploadLinks;
  /** Taken by who hands in an upload: its bytes are copied to be judged. */
  readonly handIns: Seats;
  /** Requests that append to uploads: one that is cut off still keeps what came, and lets the upload go. */
  readonly appends: UnderWay;
  /** Where the pieces of uploads go that nobody goes on with. */
  readonly pieceRemovals: PieceRemovals;
  readonly prover: Prover;
  /** What donors know this server by, and receipts are signed with. */
  readonly serverKeys: ServerKeys;
  readonly clock: DatabaseClock;
  readonly events: Events;
  /** Taken by who follows what is read at some cost. */
  readonly followers: Seats;
  readonly metrics: Metrics;
  readonly spans: Spans;
  readonly rates: RateStore;
  readonly requestRates: RequestRates;
  readonly accountRates: AccountRates;
  readonly loginGuard: LoginGuard;
  readonly passwords: Passwords;
  /** Where claims of input groups wait to be served together. */
  readonly claims: ClaimQueue;
  /** Where proofs that were verified wait to be accepted together. */
  readonly accepts: AcceptQueue;
  readonly claimRates: ClaimRates;
  readonly census: GroupCensus;
  readonly inputArchives: InputArchives;
}

/** What an operation is given: the server's parts, and what belongs to this one request. */
export interface OperationContext extends ServerContext {
  /** Forked for this request; never shared with another. */
  readonly em: EntityManager;
  readonly caller: Caller;
  /** The moment that answers show. */
  readonly view: RequestView;
  /** What this answer may still hold of what can be long. */
  readonly room: AnswerRoom;
  /** Carries the request id. */
  readonly log: Log;
  /** Input groups whose files this request may see because it showed a live reservation's token. */
  readonly grantedGroups: Set<string>;
}
