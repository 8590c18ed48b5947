import { CLIENT_KEY_LENGTH, DomainError, invalidField } from '@cairn/shared-schema';
import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { hashSecret } from '../secrets/hash-secret.js';
import { checkWanted } from './check-wanted.js';
import type { Claim, Decided } from './claim/claim.js';
import { donorNetwork } from './donor-network.js';
import { requireReservation } from './require-reservation.js';
import type { Reservation } from './reservation.entity.js';
import type { WorkKind } from './reservation.enums.js';
import { reservationToken } from './reservation-token.js';

/** What a donor wants to work on. */
export interface Wanted {
  /** Only this program. */
  programId?: string | null;
  /** Only programs of this organization. */
  organizationId?: string | null;
  kind: WorkKind;
  /** 16 to 128 characters, random: the same key reads the same reservation again. It is as secret as the token. */
  clientKey: string;
}

/**
 * Takes a free input group; without a program, one of the program that was served longest ago. Of a fresh reservation's
 * program only the id is read.
 * @throws DomainError INPUT_GROUP_NOT_FOUND when there is nothing to do; RATE_LIMITED when the caller's address holds
 * too many, or asks too fast; PROGRAM_NOT_FOUND, ACCOUNT_NOT_FOUND; INVALID_REQUEST for a key that was used with other arguments.
 */
export const reserveInputGroup = publicOperation(
  'reserveInputGroup',
  async (ctx: OperationContext, wanted: Wanted): Promise<Reservation> => {
    checkClientKey(wanted.clientKey);
    await ctx.claimRates.count(ctx.caller);
    const claim = claimOf(ctx, wanted);
    const outcome = await ctx.claims.serve(claim);
    if (outcome.is === 'known') return readKnown(ctx, claim, outcome);
    if (outcome.is === 'refused') throw await whyRefused(ctx, wanted, outcome.error);
    const { reservation, now } = outcome;
    ctx.view.renew(now);
    ctx.grantedGroups.add(reservation.inputGroup.id);
    return reservation;
  },
);

function checkClientKey(key: string): void {
  const { min, max } = CLIENT_KEY_LENGTH;
  if (key.length >= min && key.length <= max) return;
  const help = 'Make a random key for each piece of work and keep it until the answer has come.';
  throw invalidField('clientKey', `${key.length} characters`, `${min} to ${max} characters`, help);
}

function claimOf(ctx: OperationContext, { kind, programId, organizationId, clientKey }: Wanted): Claim {
  return {
    kind,
    programId: programId ?? undefined,
    organizationId: organizationId ?? undefined,
    clientKey,
    clientKeyHash: hashSecret(clientKey),
    requested: JSON.stringify([kind, programId ?? null, organizationId ?? null]),
    addressHash: donorNetwork(ctx.config.secrets.reservation, ctx.caller.address),
  };
}

function readKnown(
  ctx: OperationContext,
  { requested, clientKey }: Claim,
  known: Extract<Decided, { is: 'known' }>,
): Promise<Reservation> {
  if (known.requested !== requested) {
    throw new DomainError('INVALID_REQUEST', 'clientKey: this key was used with other arguments before.', {
      help: 'Make a new random key for each piece of work.',
      details: { field: 'clientKey' },
    });
  }
  return requireReservation(ctx, reservationToken(ctx.config.secrets.reservation, known.id, clientKey));
}

/** A wrong id is told from "nothing to do". */
async function whyRefused(ctx: OperationContext, wanted: Wanted, error: DomainError): Promise<DomainError> {
  if (error.code === 'INPUT_GROUP_NOT_FOUND') await checkWanted(ctx, wanted);
  return error;
}
