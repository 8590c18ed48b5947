import { CLIENT_KEY_LENGTH, DomainError, invalidField } from '@cairn/shared-schema';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { hashSecret } from '../secrets/hash-secret.js';
import { checkWanted } from './check-wanted.js';
import { donorNetwork } from './donor-network.js';
import { makeReservation } from './make-reservation.js';
import { requireReservation } from './require-reservation.js';
import { Reservation } from './reservation.entity.js';
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
 * Takes a free input group; without a program, one of the program that was served longest ago.
 * @throws DomainError INPUT_GROUP_NOT_FOUND when there is nothing to do; RATE_LIMITED when the caller's address holds
 * too many; PROGRAM_NOT_FOUND, ACCOUNT_NOT_FOUND; INVALID_REQUEST for a key that was used with other arguments.
 */
export const reserveInputGroup = publicOperation(
  'reserveInputGroup',
  async (ctx: OperationContext, wanted: Wanted): Promise<Reservation> => {
    checkClientKey(wanted.clientKey);
    const known = await findByClientKey(ctx, wanted);
    if (known !== null) return known;
    await checkWanted(ctx, wanted);
    try {
      return await makeReservation(ctx, {
        ...wanted,
        clientKeyHash: hashSecret(wanted.clientKey),
        requested: describe(wanted),
        addressHash: donorNetwork(ctx.config.secrets.reservation, ctx.caller.address),
      });
    } catch (error) {
      // Two requests with the same key at once: the other one was first.
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      ctx.view.renew();
      const other = await findByClientKey(ctx, wanted);
      if (other === null) throw error;
      return other;
    }
  },
);

function checkClientKey(key: string): void {
  const { min, max } = CLIENT_KEY_LENGTH;
  if (key.length >= min && key.length <= max) return;
  const help = 'Make a random key for each piece of work and keep it until the answer has come.';
  throw invalidField('clientKey', `${key.length} characters`, `${min} to ${max} characters`, help);
}

async function findByClientKey(ctx: OperationContext, wanted: Wanted): Promise<Reservation | null> {
  const known = await ctx.em.findOne(Reservation, { clientKeyHash: hashSecret(wanted.clientKey) });
  if (known === null) return null;
  if (known.requested !== describe(wanted)) {
    throw new DomainError('INVALID_REQUEST', 'clientKey: this key was used with other arguments before.', {
      help: 'Make a new random key for each piece of work.',
      details: { field: 'clientKey' },
    });
  }
  const token = reservationToken(ctx.config.secrets.reservation, known.id, wanted.clientKey);
  return requireReservation(ctx, token);
}

/** The arguments in one text, to compare. */
function describe({ kind, programId, organizationId }: Wanted): string {
  return [kind, programId ?? '', organizationId ?? ''].join('|');
}
