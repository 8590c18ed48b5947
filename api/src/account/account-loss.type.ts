import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What goes with an account. Nothing of it can be had back.' })
export class AccountLoss {
  @Field(() => Boolean, {
    description: 'Whether it was deleted; false when it was only asked what would be lost.',
  })
  deleted!: boolean;

  @Field(() => Int, { description: 'Programs, with their archives.' })
  programs!: number;

  @Field(() => Int, { description: 'Input groups of these programs.' })
  inputGroups!: number;

  @Field(() => Int, { description: 'Proofs that wait to be confirmed or rejected.' })
  waitingProofs!: number;

  @Field(() => Int, { description: 'Confirmed proofs with their results.' })
  confirmedProofs!: number;

  @Field(() => Int, { description: 'Donors at work now: their reservations end, and they are told.' })
  liveReservations!: number;
}
