import { DomainError } from '@cairn/shared-schema';
import type { Organization } from '../account/organization.entity.js';
import { requireOwner } from '../account/require-owner.js';
import type { Operation } from '../context/operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { checkSignature, type DonorSignature } from '../credit/donor-signature.js';
import { requireReservation } from '../reservation/require-reservation.js';
import type { Reservation } from '../reservation/reservation.entity.js';
import { ACCESS, type OperationsFor, type OwnerLevel } from './access-table.js';

/** An operation that anyone may call. The name must stand as `public` in the access table. */
export function publicOperation<Input, Answer>(
  name: OperationsFor<'public'>,
  run: Operation<Input, Answer>,
): Operation<Input, Answer> {
  return (ctx, input) => ctx.metrics.operation(name, () => run(ctx, input));
}

/**
 * An operation for organizations: it runs with the caller's own organization, or not at all.
 * The access table says whether an API token will do, and which.
 */
export function ownerOperation<Input, Answer>(
  name: OperationsFor<OwnerLevel>,
  run: (ctx: OperationContext, owner: Organization, input: Input) => Promise<Answer>,
): Operation<Input, Answer> {
  return (ctx, input) =>
    ctx.metrics.operation(name, async () => run(ctx, await requireOwner(ctx, ACCESS[name]), input));
}

/** What an operation of the operator's is given. */
export type OperatorContext = Pick<
  OperationContext,
  'em' | 'database' | 'clock' | 'caller' | 'metrics' | 'config'
>;

/** An operation for the operator's command. The name must stand as `operator` in the access table. */
export function operatorOperation<Input, Answer>(
  name: OperationsFor<'operator'>,
  run: (ctx: OperatorContext, input: Input) => Promise<Answer>,
): (ctx: OperatorContext, input: Input) => Promise<Answer> {
  return (ctx, input) =>
    ctx.metrics.operation(name, async () => {
      if (ctx.caller.operator !== true) throw operatorOnly();
      return run(ctx, input);
    });
}

function operatorOnly(): DomainError {
  return new DomainError('FORBIDDEN', 'This is for the operator of the server.', {
    help: 'Run cairn-api on the machine of the server.',
  });
}

/**
 * An operation for the holder of a reservation: it runs with the reservation that the token names, or not at all.
 * The name must stand as `reservation` in the access table.
 */
export function reservationOperation<Input extends { token: string }, Answer>(
  name: OperationsFor<'reservation'>,
  run: (ctx: OperationContext, reservation: Reservation, input: Input) => Promise<Answer>,
): Operation<Input, Answer> {
  return (ctx, input) =>
    ctx.metrics.operation(name, async () => run(ctx, await requireReservation(ctx, input.token), input));
}

/**
 * An operation for a donor: it runs when the request carries its signature, or not at all. The name must stand as `donor`
 * in the access table.
 * @param bytesFor - what is signed for a server of this public key.
 */
export function donorOperation<Input extends { donor: DonorSignature }, Answer>(
  name: OperationsFor<'donor'>,
  bytesFor: (input: Input, server: string) => Uint8Array,
  run: Operation<Input, Answer>,
): Operation<Input, Answer> {
  return (ctx, input) =>
    ctx.metrics.operation(name, async () => {
      checkSignature(ctx.serverKeys, input.donor, (server) => bytesFor(input, server));
      return run(ctx, input);
    });
}
