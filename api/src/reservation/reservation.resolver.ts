import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { OperationContext } from '../context/operation-context.js';
import { type Told, toldValue } from '../events/follow.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { Program } from '../program/program.entity.js';
import { effectiveReservationState } from './effective-reservation-state.js';
import { followWork, type WorkWanted } from './follow-work.js';
import { followReservation, readReservation } from './read-reservation.js';
import { releaseReservation } from './release-reservation.js';
import { renewReservation } from './renew-reservation.js';
import { reportFailure } from './report-failure.js';
import { Reservation } from './reservation.entity.js';
import { ReservationState, WorkKind } from './reservation.enums.js';
import { ReportFailureInput, ReserveInput } from './reservation.input.js';
import { reserveInputGroup } from './reserve-input-group.js';

const TOKEN = { description: 'Of your reservation.' };

@Resolver(() => Reservation)
export class ReservationResolver {
  @Query(() => Reservation, {
    nullable: true,
    description: 'Your reservation; null when no reservation has this token.',
  })
  reservation(
    @Ctx() ctx: OperationContext,
    @Arg('token', () => String, TOKEN) token: string,
  ): Promise<Reservation | null> {
    return readReservation(ctx, token);
  }

  @Mutation(() => Reservation, {
    description: 'Takes a free input group. INPUT_GROUP_NOT_FOUND: nothing to do now.',
  })
  reserveInputGroup(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => ReserveInput, { description: 'What you want to work on.' }) input: ReserveInput,
  ): Promise<Reservation> {
    return reserveInputGroup(ctx, input);
  }

  @Mutation(() => Reservation, {
    description:
      'Moves the deadline to a full lease from now; the token stays. A reservation is held for ten leases at most, or six hours where those are shorter; then it answers INVALID_STATE.',
  })
  renewReservation(
    @Ctx() ctx: OperationContext,
    @Arg('token', () => String, TOKEN) token: string,
  ): Promise<Reservation> {
    return renewReservation(ctx, { token });
  }

  @Mutation(() => Reservation, { description: 'Gives the input group back.' })
  releaseReservation(
    @Ctx() ctx: OperationContext,
    @Arg('token', () => String, TOKEN) token: string,
  ): Promise<Reservation> {
    return releaseReservation(ctx, { token });
  }

  @Mutation(() => Reservation, {
    description:
      'Gives the input group back because it cannot be done. After reports from three networks it is FAILED; limits of the own machine (TIME_LIMIT, MEMORY_LIMIT) do not count.',
  })
  reportFailure(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => ReportFailureInput, { description: 'What happened.' }) input: ReportFailureInput,
  ): Promise<Reservation> {
    return reportFailure(ctx, input);
  }

  @Subscription(() => Reservation, {
    description: 'Your reservation as it stands now, then after every change; ends after a final state.',
    subscribe: ({ args, context }) => followReservation(context as OperationContext, String(args?.token)),
  })
  reservationUpdated(
    @Root() told: Told<Reservation>,
    @Arg('token', () => String, TOKEN) _token: string,
  ): Reservation {
    return toldValue(told);
  }

  @Subscription(() => Program, {
    description:
      'For a donor that found nothing to do: the program that a reservation would be served from, at once when there is one, then after input groups came free (at most once a second) and every half minute while there is work. Nothing is held for you: reserve it. After a lost connection subscribe again.',
    subscribe: ({ args, context }) => followWork(context as OperationContext, args as WorkWanted),
  })
  workAvailable(
    @Root() told: Told<Program>,
    @Arg('kind', () => WorkKind, { description: 'What you will do.' }) _kind: WorkKind,
    @Arg('programId', () => ID, { nullable: true, description: 'Only this program; any when left out.' })
    _programId?: string | null,
    @Arg('organizationId', () => ID, { nullable: true, description: 'Only programs of this organization.' })
    _organizationId?: string | null,
  ): Program {
    return toldValue(told);
  }

  @FieldResolver(() => ReservationState, { description: 'Where it stands now.' })
  async state(@Ctx() ctx: OperationContext, @Root() reservation: Reservation): Promise<ReservationState> {
    return effectiveReservationState(reservation, await ctx.view.now());
  }

  @FieldResolver(() => InputGroup, {
    description: 'What was reserved, with `inputUrl` while the lease is live.',
  })
  inputGroup(@Root() reservation: Reservation): InputGroup {
    return reservation.inputGroup;
  }
}
