import type { TokenSecrets } from '../account/token-keys.js';
import type { FilesPlace } from '../files/files-place.js';
import type { DatabasePlace } from './database-place.js';
import type { LogLevel } from './environment.js';
import type { SecretsPlace } from './read-secrets.js';
import type { StoredSecrets } from './stored-secrets.js';

/** Everything that can be set about a server, checked and complete. Sizes in bytes. */
export interface Config {
  readonly server: {
    /** Address to listen on; loopback unless told otherwise. */
    readonly bind: string;
    /** 0 takes any free port. */
    readonly port: number;
    readonly introspection: boolean;
    /** Whether the page to try GraphQL on is served. */
    readonly explorer: boolean;
    /** How long a stop goes on answering after /readyz has said that it stops. */
    readonly drainSeconds: number;
    /** How long a stop waits for requests that are under way. */
    readonly stopSeconds: number;
    readonly logLevel: LogLevel;
    /** Addresses or networks of proxies that may say who the sender is. */
    readonly trustedProxies: readonly string[];
    /** Origins whose pages may call the API from a browser. */
    readonly corsOrigins: readonly string[];
    /** From one network, and again from one account; 0 for no limit. */
    readonly requestsPerMinute: number;
    /** Where metrics are served; nowhere without it. */
    readonly metrics?: { readonly bind: string; readonly port: number };
    /** Base URL of a collector of OTLP over HTTP; empty for none. */
    readonly spansEndpoint: string;
    /** Where replicas count together; empty for one process. */
    readonly redisUrl: string;
    readonly webhooks: {
      /** Whether webhooks may lead into the server's own network, and by http to this machine. */
      readonly allowPrivate: boolean;
      /** A certificate authority that is trusted beside the known ones, in PEM. */
      readonly ca?: string;
    };
  };
  /** Folder of the embedded database, the files and the secrets. */
  readonly dataDir: string;
  readonly database: DatabasePlace;
  readonly files: FilesPlace;
  readonly token: {
    /** The first signs, the others are still taken: see `token-keys.ts`. */
    readonly basicTokenSecrets: TokenSecrets;
    readonly basicTokenMinutes: number;
    readonly refreshTokenSecrets: TokenSecrets;
    readonly refreshTokenDays: number;
  };
  /** The token secrets among them may stand behind others of `dev.json`: see `token`. */
  readonly secrets: StoredSecrets;
  readonly secretsFrom: SecretsPlace;
  readonly limits: {
    readonly archiveBytes: number;
    readonly inputBytes: number;
    readonly inputArchiveBytes: number;
    readonly executionBytes: number;
    readonly proofBytes: number;
    /** Live reservations of one client address. */
    readonly leasesPerAddress: number;
    /** The least that whoever takes an answer takes while some of it waits; 0 for no limit. */
    readonly readBytesPerSecond: number;
    /** The least that whoever sends a request sends while more of it is to come; 0 for no limit. */
    readonly sendBytesPerSecond: number;
    /** WebSockets of everybody together. */
    readonly sockets: number;
    /** What an organization may store and have, where the operator has not said otherwise for it; 0 for no limit. */
    readonly storageBytes: number;
    /** What donors' executions for it may take. */
    readonly executionQuotaBytes: number;
    readonly inputGroups: number;
    /** How long an execution is kept that nobody holds; 0 for good. */
    readonly executionDays: number;
    /** Verifications, commitments and compilations at once, and how many may wait. */
    readonly proverJobs: number;
    readonly proverQueue: number;
    readonly compileSeconds: number;
    readonly compileMemoryBytes: number;
    readonly verifySeconds: number;
    /** Of a reported execution, in a process of its own. */
    readonly replaySeconds: number;
    /** What its proof may ask for: a replay itself takes a part of that. */
    readonly replayMemoryBytes: number;
  };
}
