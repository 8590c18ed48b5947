import { FirstTables } from './migration-001-first-tables.js';
import { DonorLocks } from './migration-002-donor-locks.js';
import { ApiTokens } from './migration-003-api-tokens.js';
import { FileIndexes } from './migration-004-file-indexes.js';
import { PageIndex } from './migration-005-page-index.js';
import { Operators } from './migration-20261126020517-operators.js';
import { ReservationVersion } from './migration-20261126021900-reservation-version.js';
import { Webhooks } from './migration-20261126025153-webhooks.js';
import { DatabaseIdentities } from './migration-20261126061344-database-identity.js';
import { LeaseOfReservation } from './migration-20261126062936-lease-of-reservation.js';
import { OpenGroups } from './migration-20261126065329-open-groups.js';
import { DonorLockIndex } from './migration-20261126070303-donor-lock-index.js';
import { ExecutionQuota } from './migration-20261126072158-execution-quota.js';
import { ResumableUploads } from './migration-20261126094325-resumable-uploads.js';
import { ExecutionChecks } from './migration-20261126101328-execution-checks.js';
import { OutputBytes } from './migration-20261126103300-output-bytes.js';
import { ExecutionSize } from './migration-20261126110000-execution-size.js';
import { FailuresAndDecisions } from './migration-20261126130801-failures-and-decisions.js';
import { Credit } from './migration-20261126131010-credit.js';
import { GroupCounts } from './migration-20261126144700-group-counts.js';
import { RemadeExecutions } from './migration-20261126164500-remade-executions.js';
import { ProofInbox } from './migration-20261126171000-proof-inbox.js';

/** In the order in which they run. Only ever added to. */
export const MYSQL_MIGRATIONS = [
  { name: '001-first-tables', class: FirstTables },
  { name: '002-donor-locks', class: DonorLocks },
  { name: '003-api-tokens', class: ApiTokens },
  { name: '004-file-indexes', class: FileIndexes },
  { name: '005-page-index', class: PageIndex },
  { name: '20261126020517-operators', class: Operators },
  { name: '20261126021900-reservation-version', class: ReservationVersion },
  { name: '20261126025153-webhooks', class: Webhooks },
  { name: '20261126061344-database-identity', class: DatabaseIdentities },
  { name: '20261126070303-donor-lock-index', class: DonorLockIndex },
  { name: '20261126062936-lease-of-reservation', class: LeaseOfReservation },
  { name: '20261126065329-open-groups', class: OpenGroups },
  { name: '20261126072158-execution-quota', class: ExecutionQuota },
  { name: '20261126094325-resumable-uploads', class: ResumableUploads },
  { name: '20261126101328-execution-checks', class: ExecutionChecks },
  { name: '20261126103300-output-bytes', class: OutputBytes },
  { name: '20261126110000-execution-size', class: ExecutionSize },
  { name: '20261126130801-failures-and-decisions', class: FailuresAndDecisions },
  { name: '20261126131010-credit', class: Credit },
  { name: '20261126144700-group-counts', class: GroupCounts },
  { name: '20261126164500-remade-executions', class: RemadeExecutions },
  { name: '20261126171000-proof-inbox', class: ProofInbox },
];
