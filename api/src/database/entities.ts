import { Organization } from '../account/organization.entity.js';
import { RefreshToken } from '../account/refresh-token.entity.js';
import { ApiToken } from '../api-token/api-token.entity.js';
import { Donor } from '../credit/donor.entity.js';
import { ProgramCredit } from '../credit/program-credit.entity.js';
import { ProvenStatement } from '../credit/proven-statement.entity.js';
import { Receipt } from '../credit/receipt.entity.js';
import { Execution } from '../execution/execution.entity.js';
import { GroupCount } from '../input-group/counts/group-count.entity.js';
import { GroupCountChange } from '../input-group/counts/group-count-change.entity.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { ServerSettings } from '../operator/server-settings.entity.js';
import { DatabaseIdentity } from '../ownership/database-identity.entity.js';
import { Program } from '../program/program.entity.js';
import { DecisionTally } from '../proof/decision-tally.entity.js';
import { Proof } from '../proof/proof.entity.js';
import { Rejection } from '../proof/rejection.entity.js';
import { DonorLock } from '../reservation/donor-lock.entity.js';
import { FailureReport } from '../reservation/failure-report.entity.js';
import { Reservation } from '../reservation/reservation.entity.js';
import { ResumableUpload } from '../upload/resumable-upload.entity.js';
import { Webhook } from '../webhook/webhook.entity.js';
import { WebhookDelivery } from '../webhook/webhook-delivery.entity.js';

/** Every class that is a table. */
export const ENTITIES = [
  Organization,
  RefreshToken,
  ApiToken,
  Program,
  InputGroup,
  GroupCount,
  GroupCountChange,
  DonorLock,
  Reservation,
  FailureReport,
  ResumableUpload,
  Execution,
  Proof,
  Rejection,
  DecisionTally,
  ServerSettings,
  DatabaseIdentity,
  Webhook,
  WebhookDelivery,
  Donor,
  ProgramCredit,
  ProvenStatement,
  Receipt,
];
